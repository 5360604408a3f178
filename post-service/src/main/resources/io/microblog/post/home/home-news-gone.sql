-- Which of the :listeners are told that something is gone, because they had it at home or were named: posts and boosts :ids
-- of the people :actors with the visibilities :audiences, one for one; of which :naming named the people :names, and :tagging
-- had the hashtags :tags.
WITH news AS (
    SELECT * FROM unnest(CAST(:ids AS bigint[]), CAST(:actors AS bigint[]), CAST(:audiences AS text[]))
        AS n (id, actor_id, visibility)),
candidate AS (
    SELECT n.id, n.actor_id, r.from_id AS reader FROM news n
    JOIN relationship r ON r.to_id = n.actor_id AND r.following AND r.from_id = ANY (CAST(:listeners AS bigint[]))
    WHERE n.visibility <> 'DIRECT'
    UNION
    SELECT n.id, n.actor_id, n.actor_id FROM news n WHERE n.actor_id = ANY (CAST(:listeners AS bigint[]))
    UNION
    SELECT n.id, n.actor_id, named.account_id FROM news n
    JOIN unnest(CAST(:naming AS bigint[]), CAST(:names AS bigint[])) AS named (id, account_id) ON named.id = n.id
    WHERE named.account_id = ANY (CAST(:listeners AS bigint[]))
    UNION
    SELECT n.id, n.actor_id, g.account_id FROM news n
    JOIN unnest(CAST(:tagging AS bigint[]), CAST(:tags AS text[])) AS tagged (id, hashtag) ON tagged.id = n.id
    JOIN hashtag_follow g ON g.hashtag = tagged.hashtag AND g.account_id = ANY (CAST(:listeners AS bigint[]))
    WHERE n.visibility = 'PUBLIC')
SELECT c.id, c.reader FROM candidate c
WHERE NOT EXISTS (SELECT FROM shunning(c.reader) s WHERE s.account_id = c.actor_id)
    AND NOT EXISTS (SELECT FROM unwanted_by(c.reader) w WHERE w.account_id = c.actor_id)
