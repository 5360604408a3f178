CREATE TABLE pin (
    id         bigint PRIMARY KEY,
    account_id bigint NOT NULL,
    post_id    bigint NOT NULL,
    UNIQUE (account_id, post_id)
);

CREATE INDEX pin_of_post ON pin (post_id);

-- The post that began the thread, which may be deleted.
ALTER TABLE post ADD COLUMN thread_id bigint;

WITH RECURSIVE thread (id, thread_id) AS (
    SELECT p.id, p.id FROM post p WHERE NOT EXISTS (SELECT FROM post parent WHERE parent.id = p.in_reply_to_id)
    UNION ALL
    SELECT p.id, t.thread_id FROM thread t JOIN post p ON p.in_reply_to_id = t.id)
UPDATE post p SET thread_id = t.thread_id FROM thread t WHERE t.id = p.id;

ALTER TABLE post ALTER COLUMN thread_id SET NOT NULL;

-- Threads of which a person wants to hear no more.
CREATE TABLE thread_mute (
    account_id bigint NOT NULL,
    thread_id  bigint NOT NULL,
    PRIMARY KEY (account_id, thread_id)
);
