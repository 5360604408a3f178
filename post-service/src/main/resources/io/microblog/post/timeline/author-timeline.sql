-- A page of what :author published, of that which :reader may see, newest first: at most :limit ids of posts and, with :boosts,
-- boosts, below :below and above :above.
SELECT id FROM (
    (SELECT p.id FROM seen_by(:reader) p
    WHERE p.author_id = :author
        AND p.id < :below AND p.id > :above
    ORDER BY p.id DESC LIMIT :limit)
    UNION ALL
    (SELECT b.id FROM boosts_seen_by(:reader) b JOIN seen_by(:reader) p ON p.id = b.post_id
    WHERE :boosts AND b.account_id = :author
        AND b.id < :below AND b.id > :above
    ORDER BY b.id DESC LIMIT :limit)) entry
ORDER BY id DESC LIMIT :limit
