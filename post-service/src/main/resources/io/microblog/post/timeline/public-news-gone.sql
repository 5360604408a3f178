-- Which of the :listeners to public posts are told of what is gone: posts :ids of the people :actors with the visibilities
-- :audiences, one for one.
WITH news AS (
    SELECT * FROM unnest(CAST(:ids AS bigint[]), CAST(:actors AS bigint[]), CAST(:audiences AS text[]))
        AS n (id, actor_id, visibility))
SELECT n.id, who.reader FROM news n
CROSS JOIN unnest(CAST(:listeners AS bigint[])) AS who (reader)
WHERE n.visibility = 'PUBLIC'
    AND NOT EXISTS (SELECT FROM shunning(who.reader) s WHERE s.account_id = n.actor_id)
    AND NOT EXISTS (SELECT FROM unwanted_by(who.reader) w WHERE w.account_id = n.actor_id)
