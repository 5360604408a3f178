-- A page of the direct posts that :reader sent or was sent by people whom they want to read, newest first: at most :limit ids
-- below :below and above :above.
SELECT x.post_id FROM conversation_post x JOIN seen_by(:reader) p ON p.id = x.post_id
WHERE x.owner_id = :reader
    AND NOT EXISTS (SELECT FROM unwanted_by(:reader) w WHERE w.account_id = p.author_id)
    AND x.post_id < :below AND x.post_id > :above
ORDER BY x.post_id DESC LIMIT :limit
