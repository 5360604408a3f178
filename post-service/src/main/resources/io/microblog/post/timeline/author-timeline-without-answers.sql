-- As author-timeline.sql, without answers to others.
SELECT id FROM (
    (SELECT p.id FROM seen_by(:reader) p
    WHERE p.author_id = :author
        AND (p.in_reply_to_author_id IS NULL OR p.in_reply_to_author_id = p.author_id)
        AND p.id < :below AND p.id > :above
    ORDER BY p.id DESC LIMIT :limit)
    UNION ALL
    (SELECT b.id FROM boosts_seen_by(:reader) b JOIN seen_by(:reader) p ON p.id = b.post_id
    WHERE :boosts AND b.account_id = :author
        AND b.id < :below AND b.id > :above
    ORDER BY b.id DESC LIMIT :limit)) entry
ORDER BY id DESC LIMIT :limit
