-- Which of the :listeners find news among all public posts: the posts :ids of the people :actors, one for one.
WITH news AS (SELECT * FROM unnest(CAST(:ids AS bigint[]), CAST(:actors AS bigint[])) AS n (id, actor_id))
SELECT n.id, who.reader FROM news n
CROSS JOIN unnest(CAST(:listeners AS bigint[])) AS who (reader)
CROSS JOIN LATERAL (SELECT FROM public_for(who.reader) p WHERE p.id = n.id) heard
