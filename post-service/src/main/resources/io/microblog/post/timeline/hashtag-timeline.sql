-- A page of the public posts with one of the hashtags :any, each of :all and none of :none, as :reader comes across them, newest
-- first: at most :limit ids below :below and above :above. The posts of each hashtag are read in the order of an index.
SELECT DISTINCT tagged.id FROM unnest(CAST(:any AS text[])) AS wanted (hashtag) CROSS JOIN LATERAL (
    SELECT t.post_id AS id FROM post_hashtag t JOIN found_by(:reader) p ON p.id = t.post_id
    WHERE t.hashtag = wanted.hashtag
        AND p.hashtags @> CAST(:all AS text[]) AND NOT p.hashtags && CAST(:none AS text[])
        AND t.post_id < :below AND t.post_id > :above
    ORDER BY t.post_id DESC LIMIT :limit) tagged
ORDER BY tagged.id DESC LIMIT :limit
