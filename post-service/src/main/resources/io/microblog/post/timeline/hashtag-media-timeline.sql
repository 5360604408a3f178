-- As hashtag-timeline.sql, of posts with something to look at.
SELECT DISTINCT tagged.id FROM unnest(CAST(:any AS text[])) AS wanted (hashtag) CROSS JOIN LATERAL (
    SELECT t.post_id AS id FROM post_hashtag t JOIN found_by(:reader) p ON p.id = t.post_id
    WHERE t.hashtag = wanted.hashtag AND t.has_media
        AND p.hashtags @> CAST(:all AS text[]) AND NOT p.hashtags && CAST(:none AS text[])
        AND t.post_id < :below AND t.post_id > :above
    ORDER BY t.post_id DESC LIMIT :limit) tagged
ORDER BY tagged.id DESC LIMIT :limit
