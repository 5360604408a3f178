-- A page of the conversations of :reader, where somebody wrote last first: at most :limit, last written in below :below and above
-- :above.
SELECT c.id, c.last_post_id, c.unread, c.participants, c.shown_id FROM conversations_of(:reader) c
WHERE c.last_post_id < :below AND c.last_post_id > :above
ORDER BY c.last_post_id DESC LIMIT :limit
