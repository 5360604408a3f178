-- Which of the :listeners, each to the hashtag of :hashtags at the same place, are told of what is gone: posts :ids of the people
-- :actors with the visibilities :audiences, one for one; of which :tagging had the hashtags :tags.
WITH news AS (
    SELECT * FROM unnest(CAST(:ids AS bigint[]), CAST(:actors AS bigint[]), CAST(:audiences AS text[]))
        AS n (id, actor_id, visibility))
SELECT n.id, who.reader, who.hashtag FROM news n
JOIN unnest(CAST(:tagging AS bigint[]), CAST(:tags AS text[])) AS tagged (id, hashtag) ON tagged.id = n.id
JOIN unnest(CAST(:hashtags AS text[]), CAST(:listeners AS bigint[])) AS who (hashtag, reader)
    ON who.hashtag = tagged.hashtag
WHERE n.visibility = 'PUBLIC'
    AND NOT EXISTS (SELECT FROM shunning(who.reader) s WHERE s.account_id = n.actor_id)
    AND NOT EXISTS (SELECT FROM unwanted_by(who.reader) w WHERE w.account_id = n.actor_id)
