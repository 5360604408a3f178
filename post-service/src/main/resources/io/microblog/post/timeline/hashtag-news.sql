-- Which of the :listeners, each to the hashtag of :hashtags at the same place, find news there: the posts :ids of the people
-- :actors, one for one.
WITH news AS (SELECT * FROM unnest(CAST(:ids AS bigint[]), CAST(:actors AS bigint[])) AS n (id, actor_id))
SELECT n.id, who.reader, who.hashtag FROM news n
JOIN post_hashtag t ON t.post_id = n.id
JOIN unnest(CAST(:hashtags AS text[]), CAST(:listeners AS bigint[])) AS who (hashtag, reader) ON who.hashtag = t.hashtag
CROSS JOIN LATERAL (SELECT FROM found_by(who.reader) p WHERE p.id = n.id) heard
