-- A page of the list :list of the person :reader with the policy :replies (FOLLOWED, LIST, NONE), newest first: at most :limit
-- ids of posts and boosts, below :below and above :above. Nothing is written for a list: members' posts are read by index.
--
-- First each member's few newest that answer nobody else, by the index alone; of these the newest that fit, enough of them for
-- a page: no page reaches beyond them, so that only what is newer is read of all members, and judged. With :upwards the page
-- lies next to :above; each DESC is an ASC then.
WITH member AS MATERIALIZED (SELECT account_id, languages FROM members_shown(:reader, :list)),
sample AS MATERIALIZED (
    SELECT newest.id FROM (
        SELECT own.id, m.languages FROM member m CROSS JOIN LATERAL (
            SELECT p.id FROM post p
            WHERE p.author_id = m.account_id
                AND (p.in_reply_to_author_id IS NULL OR p.in_reply_to_author_id = p.author_id)
                AND p.id < :below AND p.id > :above
            ORDER BY p.id DESC LIMIT (SELECT 1 + 2 * :limit / greatest(count(*), 1) FROM member)) own
        ORDER BY own.id DESC) newest
    WHERE (SELECT true FROM fitting_list(:reader, :list, :replies) p
        WHERE p.id = newest.id AND understood(newest.languages, p.language))
    LIMIT :limit),
edge AS MATERIALIZED (
    SELECT CASE WHEN count(*) = :limit AND NOT :upwards THEN min(id) - 1 ELSE :above END AS above,
        CASE WHEN count(*) = :limit AND :upwards THEN max(id) + 1 ELSE :below END AS below
    FROM sample)
SELECT id FROM (
    SELECT post.id FROM member m CROSS JOIN LATERAL (
        SELECT p.id FROM fitting_list(:reader, :list, :replies) p
        WHERE p.author_id = m.account_id AND understood(m.languages, p.language)
            AND p.id < (SELECT below FROM edge) AND p.id > (SELECT above FROM edge)
        ORDER BY p.id DESC LIMIT :limit) post
    UNION ALL
    SELECT boost.id FROM member m CROSS JOIN LATERAL (
        SELECT b.id FROM boosts_of_list(:reader, :list, :replies) b
        WHERE b.account_id = m.account_id
            AND b.id < (SELECT below FROM edge) AND b.id > (SELECT above FROM edge)
        ORDER BY b.id DESC LIMIT :limit) boost) entry
ORDER BY id DESC LIMIT :limit
