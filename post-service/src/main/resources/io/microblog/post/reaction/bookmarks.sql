-- A page of the posts that :reader bookmarked and may see, newest bookmark first: at most :limit with the ids of these, below
-- :below and above :above.
SELECT x.id, x.post_id AS of FROM bookmark x JOIN seen_by(:reader) p ON p.id = x.post_id
WHERE x.account_id = :reader AND x.id < :below AND x.id > :above
ORDER BY x.id DESC LIMIT :limit
