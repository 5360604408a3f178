-- Which of the :listeners find news at home: the posts and boosts :ids of the people :actors, one for one. It does not wait
-- for fan-out, which may come later; candidates come from the indexes of followers, so that what nobody who listens follows
-- costs next to nothing.
WITH news AS (SELECT * FROM unnest(CAST(:ids AS bigint[]), CAST(:actors AS bigint[])) AS n (id, actor_id)),
follower AS (
    SELECT n.id, r.from_id AS reader FROM news n
    JOIN relationship r ON r.to_id = n.actor_id AND r.following AND r.from_id = ANY (CAST(:listeners AS bigint[]))),
candidate AS (
    SELECT id, reader FROM follower
    UNION
    SELECT n.id, n.actor_id FROM news n WHERE n.actor_id = ANY (CAST(:listeners AS bigint[]))
    UNION
    SELECT n.id, g.account_id FROM news n
    JOIN post p ON p.id = n.id AND p.visibility = 'PUBLIC'
    JOIN hashtag_follow g ON g.hashtag = ANY (p.hashtags) AND g.account_id = ANY (CAST(:listeners AS bigint[])))
SELECT c.id, c.reader FROM candidate c CROSS JOIN LATERAL (SELECT FROM posts_at_home(c.reader) p WHERE p.id = c.id) heard
UNION ALL
SELECT f.id, f.reader FROM follower f CROSS JOIN LATERAL (SELECT FROM boosts_at_home(f.reader) b WHERE b.id = f.id) heard
