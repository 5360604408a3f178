-- A page of all public posts but answers to others, as :reader comes across them, newest first: at most :limit ids below :below
-- and above :above.
SELECT p.id FROM public_for(:reader) p
WHERE p.id < :below AND p.id > :above
ORDER BY p.id DESC LIMIT :limit
