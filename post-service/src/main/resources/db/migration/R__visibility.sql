-- Who may see what, and whom somebody wants to come across: the one place that says so. Every query that shows posts reads
-- them from here, so that a page is filled with posts that the reader may see rather than thinned out afterwards. A reader
-- that is null is somebody signed out.
--
-- These are views with a parameter. PostgreSQL puts them into the query that uses them and plans it as a whole; that ends
-- if one becomes STRICT, VOLATILE, SECURITY DEFINER or more than one SELECT, or is given a subquery. A function that
-- answers for a single post would be called for each instead, since it has to look into tables.

-- The posts that somebody may see.
CREATE OR REPLACE FUNCTION seen_by(reader bigint) RETURNS SETOF post LANGUAGE sql STABLE AS $$
    SELECT p.* FROM post p JOIN author a ON a.id = p.author_id
    WHERE NOT a.suspended
        AND NOT EXISTS (SELECT FROM relationship s WHERE s.from_id = p.author_id AND s.to_id = reader AND s.blocking)
        AND (p.visibility IN ('PUBLIC', 'UNLISTED')
            OR p.author_id = reader
            OR reader = ANY (p.mentions)
            OR p.visibility = 'PRIVATE' AND EXISTS (
                SELECT FROM relationship r WHERE r.from_id = reader AND r.to_id = p.author_id AND r.following))
$$;

-- The boosts that somebody may see. What they boost has an audience of its own.
CREATE OR REPLACE FUNCTION boosts_seen_by(reader bigint) RETURNS SETOF boost LANGUAGE sql STABLE AS $$
    SELECT b.* FROM boost b JOIN author a ON a.id = b.account_id
    WHERE NOT a.suspended
        AND NOT EXISTS (SELECT FROM relationship s WHERE s.from_id = b.account_id AND s.to_id = reader AND s.blocking)
        AND (b.visibility IN ('PUBLIC', 'UNLISTED')
            OR b.account_id = reader
            OR EXISTS (SELECT FROM relationship r
                WHERE r.from_id = reader AND r.to_id = b.account_id AND r.following))
$$;

-- Those of whom somebody wants to see nothing: whom they block or mute.
CREATE OR REPLACE FUNCTION unwanted_by(reader bigint) RETURNS TABLE (account_id bigint) LANGUAGE sql STABLE AS $$
    SELECT w.to_id FROM relationship w
    WHERE w.from_id = reader AND (w.blocking OR w.muting AND (w.mute_ends_at IS NULL OR w.mute_ends_at > now()))
$$;

-- Those who let somebody see nothing of them.
CREATE OR REPLACE FUNCTION shunning(reader bigint) RETURNS TABLE (account_id bigint) LANGUAGE sql STABLE AS $$
    SELECT s.from_id FROM relationship s WHERE s.to_id = reader AND s.blocking
$$;

-- How somebody stands to others, of whom they follow, block or mute.
CREATE OR REPLACE FUNCTION regard_of(reader bigint)
    RETURNS TABLE (account_id bigint, following boolean, blocking boolean, muting boolean) LANGUAGE sql STABLE AS $$
    SELECT r.to_id, r.following, r.blocking, r.muting AND (r.mute_ends_at IS NULL OR r.mute_ends_at > now())
    FROM relationship r WHERE r.from_id = reader
$$;
