-- Who may see what, and whom somebody wants to come across: the one place that says so. Every query that shows posts reads
-- them from here, so that a page is filled with posts that the reader may see rather than thinned out afterwards. A reader
-- that is null is somebody signed out.
--
-- These are views with parameters. PostgreSQL puts them into the query that uses them and plans it as a whole; that ends
-- if one becomes STRICT, VOLATILE, SECURITY DEFINER or more than one SELECT, or is given a subquery. A function that
-- answers for a single post would be called for each instead, since it has to look into tables.

-- The posts whose audience somebody is part of, whoever wrote them: of those who have blocked them or are suspended, too.
CREATE OR REPLACE FUNCTION open_to(reader bigint) RETURNS SETOF post LANGUAGE sql STABLE AS $$
    SELECT p.* FROM post p
    WHERE p.visibility IN ('PUBLIC', 'UNLISTED')
        OR p.author_id = reader
        OR reader = ANY (p.mentions)
        OR p.visibility = 'PRIVATE' AND EXISTS (
            SELECT FROM relationship r WHERE r.from_id = reader AND r.to_id = p.author_id AND r.following)
$$;

-- The posts that somebody may see.
CREATE OR REPLACE FUNCTION seen_by(reader bigint) RETURNS SETOF post LANGUAGE sql STABLE AS $$
    SELECT p.* FROM open_to(reader) p JOIN author a ON a.id = p.author_id
    WHERE NOT a.suspended
        AND NOT EXISTS (SELECT FROM relationship s WHERE s.from_id = p.author_id AND s.to_id = reader AND s.blocking)
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

-- Those whom somebody does not come across unless they look for them: whom moderation has limited and they do not follow.
-- A subquery for a value, unlike EXISTS, is never planned as a join over the whole graph.
CREATE OR REPLACE FUNCTION kept_from(reader bigint) RETURNS TABLE (account_id bigint) LANGUAGE sql STABLE AS $$
    SELECT a.id FROM author a
    WHERE a.limited AND a.id IS DISTINCT FROM reader
        AND (SELECT r.following FROM relationship r WHERE r.from_id = reader AND r.to_id = a.id) IS NOT TRUE
$$;

-- The posts of whom somebody comes across without looking for them, of those that they may see.
CREATE OR REPLACE FUNCTION found_by(reader bigint) RETURNS SETOF post LANGUAGE sql STABLE AS $$
    SELECT p.* FROM seen_by(reader) p
    WHERE NOT EXISTS (SELECT FROM kept_from(reader) k WHERE k.account_id = p.author_id)
        AND NOT EXISTS (SELECT FROM unwanted_by(reader) w WHERE w.account_id = p.author_id)
$$;

-- Of these, what timelines that nobody owns show: what is public and no answer to others.
CREATE OR REPLACE FUNCTION public_for(reader bigint) RETURNS SETOF post LANGUAGE sql STABLE AS $$
    SELECT p.* FROM found_by(reader) p
    WHERE p.visibility = 'PUBLIC' AND (p.in_reply_to_author_id IS NULL OR p.in_reply_to_author_id = p.author_id)
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

-- Whether a post's language is among those that somebody wants: they want some or, with null, all; or it is not known.
CREATE OR REPLACE FUNCTION understood(languages text[], language text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT languages IS NULL OR language IS NULL OR language = ANY (languages)
$$;

-- The posts open to somebody that fit into timelines of whom they follow: no direct posts; and answers only where they wrote
-- them, or they are to their own author or to the reader, or the reader follows both sides.
CREATE OR REPLACE FUNCTION suited_to(reader bigint) RETURNS SETOF post LANGUAGE sql STABLE AS $$
    SELECT p.* FROM open_to(reader) p
    WHERE p.visibility <> 'DIRECT'
        AND (p.in_reply_to_author_id IS NULL
            OR p.author_id = reader
            OR p.in_reply_to_author_id IN (p.author_id, reader)
            OR EXISTS (SELECT FROM relationship r
                WHERE r.from_id = reader AND r.to_id = p.in_reply_to_author_id AND r.following))
$$;

-- Those of them that somebody may see.
CREATE OR REPLACE FUNCTION fitting(reader bigint) RETURNS SETOF post LANGUAGE sql STABLE AS $$
    SELECT p.* FROM suited_to(reader) p JOIN author a ON a.id = p.author_id
    WHERE NOT a.suspended
        AND NOT EXISTS (SELECT FROM relationship s WHERE s.from_id = p.author_id AND s.to_id = reader AND s.blocking)
$$;

-- The members of a list of whom its owner may find something there. Each one's row is looked up: joined, the planner would
-- read those of everybody.
CREATE OR REPLACE FUNCTION members_shown(owner bigint, list bigint)
    RETURNS TABLE (account_id bigint, show_boosts boolean, languages text[]) LANGUAGE sql STABLE AS $$
    SELECT m.account_id, coalesce(r.show_boosts, true), r.languages
    FROM list_member m LEFT JOIN relationship r ON r.from_id = owner AND r.to_id = m.account_id
    WHERE m.list_id = list
        AND NOT (SELECT a.suspended FROM author a WHERE a.id = m.account_id)
        AND (m.account_id = owner OR r.following)
        AND NOT EXISTS (SELECT FROM unwanted_by(owner) w WHERE w.account_id = m.account_id)
        AND NOT EXISTS (SELECT FROM shunning(owner) s WHERE s.account_id = m.account_id)
$$;

-- The posts that fit into a list where a member that it shows wrote them, which members_shown says once for all their posts;
-- of answers to others, those that its policy lets in.
CREATE OR REPLACE FUNCTION fitting_list(owner bigint, list bigint, replies text) RETURNS SETOF post
    LANGUAGE sql STABLE AS $$
    SELECT p.* FROM suited_to(owner) p
    WHERE p.in_reply_to_author_id IS NULL
        OR p.in_reply_to_author_id IN (p.author_id, owner)
        OR replies = 'FOLLOWED'
        OR replies = 'LIST'
            AND p.in_reply_to_author_id IN (SELECT m.account_id FROM list_member m WHERE m.list_id = list)
$$;

-- The boosts that a list shows: neither of what a member wrote, which is there itself, nor after another member's.
CREATE OR REPLACE FUNCTION boosts_of_list(owner bigint, list bigint, replies text) RETURNS SETOF boost
    LANGUAGE sql STABLE AS $$
    SELECT b.* FROM boost b
        JOIN members_shown(owner, list) m ON m.account_id = b.account_id
        JOIN seen_by(owner) p ON p.id = b.post_id
    WHERE m.show_boosts
        AND understood(m.languages, p.language)
        AND NOT EXISTS (SELECT FROM unwanted_by(owner) w WHERE w.account_id = p.author_id)
        AND NOT EXISTS (SELECT FROM fitting_list(owner, list, replies) own
            JOIN members_shown(owner, list) writer ON writer.account_id = own.author_id
            WHERE own.id = p.id)
        AND NOT EXISTS (SELECT FROM boost earlier
            JOIN members_shown(owner, list) other ON other.account_id = earlier.account_id
            WHERE earlier.post_id = p.id AND earlier.id < b.id
                AND other.show_boosts AND understood(other.languages, p.language))
$$;

-- Those whom somebody keeps for exclusive lists, away from home.
CREATE OR REPLACE FUNCTION set_apart_by(owner bigint) RETURNS TABLE (account_id bigint) LANGUAGE sql STABLE AS $$
    SELECT m.account_id FROM list_member m JOIN list l ON l.id = m.list_id WHERE m.owner_id = owner AND l.exclusive
$$;

-- Somebody's conversations, each with the newest post that they may see of its forty newest, which leaves out those of
-- suspended people; at most forty of its people. None with somebody who blocks them.
CREATE OR REPLACE FUNCTION conversations_of(owner bigint)
    RETURNS TABLE (id bigint, last_post_id bigint, unread boolean, participants bigint[], shown_id bigint)
    LANGUAGE sql STABLE AS $$
    SELECT c.id, c.last_post_id, c.unread, c.participants[1:40], shown.id
    FROM conversation c CROSS JOIN LATERAL (
        SELECT p.id FROM (
            SELECT x.post_id FROM conversation_post x
            WHERE x.conversation_id = c.id AND x.post_id > c.removed_up_to ORDER BY x.post_id DESC LIMIT 40) newest
        JOIN seen_by(owner) p ON p.id = newest.post_id
        ORDER BY p.id DESC LIMIT 1) shown
    WHERE c.owner_id = owner AND c.last_post_id IS NOT NULL
        AND NOT EXISTS (
            SELECT FROM unnest(c.participants) AS other (id) CROSS JOIN LATERAL shunning(other.id) s
            WHERE s.account_id = owner)
$$;

-- Public posts, no answers to others, with a hashtag that somebody follows, who may see them or not.
CREATE OR REPLACE FUNCTION tagged_for(owner bigint) RETURNS SETOF post LANGUAGE sql STABLE AS $$
    SELECT p.* FROM post p
    WHERE p.visibility = 'PUBLIC'
        AND (p.in_reply_to_author_id IS NULL OR p.in_reply_to_author_id = p.author_id)
        AND EXISTS (SELECT FROM hashtag_follow g WHERE g.account_id = owner AND g.hashtag = ANY (p.hashtags))
$$;

-- The posts that are written into somebody's home once they follow the author: as those of fitting, whether they may see
-- them or not. That changes with each block or suspension, so it is asked when home is read.
CREATE OR REPLACE FUNCTION written_for(owner bigint) RETURNS SETOF post LANGUAGE sql STABLE AS $$
    SELECT p.* FROM post p
    WHERE p.visibility <> 'DIRECT'
        AND (p.in_reply_to_author_id IS NULL
            OR p.author_id = owner
            OR p.in_reply_to_author_id IN (p.author_id, owner)
            OR EXISTS (SELECT FROM relationship r
                WHERE r.from_id = owner AND r.to_id = p.in_reply_to_author_id AND r.following))
$$;

-- The posts that somebody finds at home: their own and those of whom they follow, in the languages that they want of each;
-- and public ones that are no answers to others, with a hashtag that they follow, of people whom they come across.
CREATE OR REPLACE FUNCTION posts_at_home(owner bigint) RETURNS SETOF post LANGUAGE sql STABLE AS $$
    SELECT p.* FROM fitting(owner) p
    WHERE NOT EXISTS (SELECT FROM unwanted_by(owner) w WHERE w.account_id = p.author_id)
        AND ((p.author_id = owner
                OR EXISTS (SELECT FROM relationship r
                    WHERE r.from_id = owner AND r.to_id = p.author_id AND r.following
                        AND understood(r.languages, p.language)))
            AND NOT EXISTS (SELECT FROM set_apart_by(owner) x WHERE x.account_id = p.author_id)
        OR p.visibility = 'PUBLIC'
            AND (p.in_reply_to_author_id IS NULL OR p.in_reply_to_author_id = p.author_id)
            AND NOT EXISTS (SELECT FROM kept_from(owner) k WHERE k.account_id = p.author_id)
            AND EXISTS (SELECT FROM hashtag_follow g WHERE g.account_id = owner AND g.hashtag = ANY (p.hashtags)))
$$;

-- Of whom somebody finds anything at home, with whether that includes boosts and in which languages.
CREATE OR REPLACE FUNCTION followed_at_home(owner bigint)
    RETURNS TABLE (account_id bigint, show_boosts boolean, languages text[]) LANGUAGE sql STABLE AS $$
    SELECT r.to_id, r.show_boosts, r.languages FROM relationship r JOIN author a ON a.id = r.to_id
    WHERE r.from_id = owner AND r.following AND NOT a.suspended
        AND NOT EXISTS (SELECT FROM unwanted_by(owner) w WHERE w.account_id = r.to_id)
        AND NOT EXISTS (SELECT FROM set_apart_by(owner) x WHERE x.account_id = r.to_id)
$$;

-- Those of them who have so many followers that what they publish is not written to homes, but merged into them.
CREATE OR REPLACE FUNCTION merged_at_home(owner bigint)
    RETURNS TABLE (account_id bigint, show_boosts boolean, languages text[]) LANGUAGE sql STABLE AS $$
    SELECT f.account_id, f.show_boosts, f.languages
    FROM followed_at_home(owner) f JOIN large_author l ON l.author_id = f.account_id
$$;

-- The boosts that somebody finds at home: not where the post is there itself, nor where an earlier boost of it is. What
-- large authors publish is there above the home's floor. Each question is a SELECT of its own, which is asked of one boost
-- at a time: as joins they would be too many to be planned together.
CREATE OR REPLACE FUNCTION boosts_at_home(owner bigint) RETURNS SETOF boost LANGUAGE sql STABLE AS $$
    SELECT b.* FROM boost b JOIN seen_by(owner) p ON p.id = b.post_id
    WHERE (SELECT understood(f.languages, p.language)
            FROM followed_at_home(owner) f WHERE f.account_id = b.account_id AND f.show_boosts)
        AND NOT EXISTS (SELECT FROM unwanted_by(owner) w WHERE w.account_id = p.author_id)
        AND (SELECT true FROM posts_at_home(owner) own
            WHERE own.id = p.id
                AND (EXISTS (SELECT FROM home_timeline t WHERE t.owner_id = owner AND t.post_id = own.id)
                    OR own.id > coalesce((SELECT h.floor FROM home h WHERE h.owner_id = owner), 0)
                        AND (SELECT true FROM merged_at_home(owner) m WHERE m.account_id = own.author_id))) IS NULL
        AND (SELECT true FROM home_timeline e
                JOIN boost earlier ON earlier.id = e.post_id
                JOIN followed_at_home(owner) other ON other.account_id = earlier.account_id
            WHERE e.owner_id = owner AND e.boosted_id = p.id AND e.post_id < b.id
                AND other.show_boosts AND understood(other.languages, p.language) LIMIT 1) IS NULL
        AND (SELECT true FROM boost earlier JOIN merged_at_home(owner) other ON other.account_id = earlier.account_id
            WHERE earlier.post_id = p.id AND earlier.id < b.id
                AND earlier.id > coalesce((SELECT h.floor FROM home h WHERE h.owner_id = owner), 0)
                AND other.show_boosts AND understood(other.languages, p.language) LIMIT 1) IS NULL
$$;
