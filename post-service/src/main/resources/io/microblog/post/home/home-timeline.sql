-- A page of the home of :reader, newest first: at most :limit ids of posts and boosts, below :below and above :above; and in
-- each row whether it is noted that the owner reads. A page without ids is one row without an id.
--
-- What fan-out wrote is merged with what the large authors whom the owner follows published. What stands in both is there
-- once, so that an author may become large or small between two pages. Trimmed homes end at a floor; merging goes no further
-- down than that, nor beyond a full page of what was written: most of what large authors published lies there, and would be
-- judged in vain. With :upwards the page lies next to :above; each DESC is an ASC then.
WITH kept AS MATERIALIZED (
    SELECT coalesce(max(floor), 0) AS floor,
        coalesce(bool_and(state = 'KEPT' AND read_at > now() - interval '6 hours'), false) AS noted
    FROM home WHERE owner_id = :reader),
large AS MATERIALIZED (SELECT account_id, languages FROM merged_at_home(:reader)),
written AS MATERIALIZED (
    SELECT h.post_id AS id FROM home_timeline h
    WHERE h.owner_id = :reader AND h.post_id < :below AND h.post_id > :above
        AND CASE WHEN h.boosted_id IS NULL
            THEN (SELECT true FROM posts_at_home(:reader) p WHERE p.id = h.post_id)
            ELSE (SELECT true FROM boosts_at_home(:reader) b WHERE b.id = h.post_id)
        END
    ORDER BY h.post_id DESC LIMIT :limit),
edge AS MATERIALIZED (
    SELECT greatest(CASE WHEN count(*) = :limit AND NOT :upwards THEN min(id) ELSE :above END,
            (SELECT floor FROM kept)) AS above,
        CASE WHEN count(*) = :limit AND :upwards THEN max(id) ELSE :below END AS below
    FROM written)
SELECT page.id, kept.noted FROM kept LEFT JOIN (
    SELECT id FROM (
        SELECT id FROM written
        UNION
        SELECT post.id FROM large l CROSS JOIN LATERAL (
            SELECT p.id FROM fitting(:reader) p
            WHERE p.author_id = l.account_id AND understood(l.languages, p.language)
                AND p.id < (SELECT below FROM edge) AND p.id > (SELECT above FROM edge)
            ORDER BY p.id DESC LIMIT :limit) post
        UNION
        SELECT boost.id FROM large l CROSS JOIN LATERAL (
            SELECT b.id FROM boosts_at_home(:reader) b
            WHERE b.account_id = l.account_id
                AND b.id < (SELECT below FROM edge) AND b.id > (SELECT above FROM edge)
            ORDER BY b.id DESC LIMIT :limit) boost) entry
    ORDER BY id DESC LIMIT :limit) page ON true
ORDER BY page.id DESC
