-- Posts that are being written, on whichever device.
CREATE TABLE draft (
    id         bigint PRIMARY KEY,
    author_id  bigint      NOT NULL,
    version    bigint      NOT NULL,
    params     jsonb       NOT NULL, -- what has been written so far, as the API shows it
    reason     text,                 -- why it was not published when it was due
    updated_at timestamptz NOT NULL
);

CREATE INDEX draft_by_author ON draft (author_id, id DESC);

-- An image in a draft is kept, and free to be used.
ALTER TABLE media ADD COLUMN draft_id bigint;

CREATE INDEX media_by_draft ON media (draft_id) WHERE draft_id IS NOT NULL;
DROP INDEX media_unused;
CREATE INDEX media_unused ON media (unused_since) WHERE post_id IS NULL AND draft_id IS NULL;

-- What could not be published is a draft again.
INSERT INTO draft (id, author_id, version, params, reason, updated_at)
SELECT id, author_id, 1, params, refusal, now() FROM scheduled_post WHERE refusal IS NOT NULL;
UPDATE media SET draft_id = post_id, post_id = NULL, unused_since = now() WHERE post_id IN (SELECT id FROM draft);
DELETE FROM scheduled_post WHERE refusal IS NOT NULL;

DROP INDEX scheduled_post_due;
ALTER TABLE scheduled_post DROP COLUMN refusal;
CREATE INDEX scheduled_post_due ON scheduled_post (try_at);
