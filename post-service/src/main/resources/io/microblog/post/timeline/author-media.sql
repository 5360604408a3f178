-- A page of the posts with something to look at that :author wrote, of those that :reader may see, newest first: with :answers
-- those to others, too; at most :limit ids below :below and above :above.
SELECT p.id FROM seen_by(:reader) p
WHERE p.author_id = :author AND p.media <> '{}'
    AND (:answers OR p.in_reply_to_author_id IS NULL OR p.in_reply_to_author_id = p.author_id)
    AND p.id < :below AND p.id > :above
ORDER BY p.id DESC LIMIT :limit
