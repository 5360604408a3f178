-- Deleted posts that were answered: they hold together what is above and below them.
CREATE TABLE deleted_post (
    id             bigint PRIMARY KEY,
    in_reply_to_id bigint
);

CREATE INDEX deleted_post_replies ON deleted_post (in_reply_to_id) WHERE in_reply_to_id IS NOT NULL;

-- What threads are made of.
CREATE VIEW thread_post (id, in_reply_to_id) AS
    SELECT id, in_reply_to_id FROM post
    UNION ALL
    SELECT id, in_reply_to_id FROM deleted_post;
