-- A page of the posts that quote the post :post, as :reader comes across them, newest first: at most :limit ids below :below and
-- above :above.
SELECT p.id FROM found_by(:reader) p
WHERE p.quoted_id = :post AND NOT p.quote_revoked AND p.id < :below AND p.id > :above
ORDER BY p.id DESC LIMIT :limit
