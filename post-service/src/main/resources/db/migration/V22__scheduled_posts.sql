-- Posts that wait for their time. Their images have the schedule's id where others have a post's.
CREATE TABLE scheduled_post (
    id          bigint PRIMARY KEY,
    author_id   bigint      NOT NULL,
    due_at      timestamptz NOT NULL,
    params      jsonb       NOT NULL, -- what is to be published
    app_name    text,                 -- what it was written with
    app_website text,
    try_at      timestamptz NOT NULL, -- when it is due, and later after each attempt
    attempts    int         NOT NULL DEFAULT 0,
    refusal     text                  -- why it was not published; then it waits for its author
);

CREATE INDEX scheduled_post_by_author ON scheduled_post (author_id, id DESC);
CREATE INDEX scheduled_post_due ON scheduled_post (try_at) WHERE refusal IS NULL;

ALTER TABLE idempotency_key ADD COLUMN scheduled boolean NOT NULL DEFAULT false; -- post_id is of a schedule
