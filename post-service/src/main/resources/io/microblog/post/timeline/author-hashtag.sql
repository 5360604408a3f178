-- A page of the posts with the hashtag :hashtag that :author wrote, of those that :reader may see, newest first: with :answers
-- those to others, too, with :media only those with something to look at; at most :limit ids below :below and above :above.
SELECT p.id FROM seen_by(:reader) p
WHERE p.author_id = :author AND :hashtag = ANY (p.hashtags)
    AND (:answers OR p.in_reply_to_author_id IS NULL OR p.in_reply_to_author_id = p.author_id)
    AND (NOT :media OR p.media <> '{}')
    AND p.id < :below AND p.id > :above
ORDER BY p.id DESC LIMIT :limit
