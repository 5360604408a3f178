-- As public-news.sql, for those who listen to posts with something to look at.
WITH news AS (SELECT * FROM unnest(CAST(:ids AS bigint[]), CAST(:actors AS bigint[])) AS n (id, actor_id))
SELECT n.id, who.reader FROM news n
CROSS JOIN unnest(CAST(:listeners AS bigint[])) AS who (reader)
CROSS JOIN LATERAL (SELECT FROM public_for(who.reader) p WHERE p.id = n.id AND p.media <> '{}') heard
