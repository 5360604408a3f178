-- As public-timeline.sql, of posts with something to look at.
SELECT p.id FROM public_for(:reader) p
WHERE p.media <> '{}' AND p.id < :below AND p.id > :above
ORDER BY p.id DESC LIMIT :limit
