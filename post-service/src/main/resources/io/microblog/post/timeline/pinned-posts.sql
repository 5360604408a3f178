-- A page of the posts that :author pinned, of those that :reader may see, newest first: at most :limit ids below :below and above
-- :above.
SELECT n.post_id FROM pin n JOIN seen_by(:reader) p ON p.id = n.post_id
WHERE n.account_id = :author AND n.post_id < :below AND n.post_id > :above
ORDER BY n.post_id DESC LIMIT :limit
