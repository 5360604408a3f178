-- An announcement that goes out by mail. Its mails are rows of delivery, made page by page of those whom it is for.
CREATE TABLE mailing (
    announcement_id bigint      PRIMARY KEY,
    state           text        NOT NULL DEFAULT 'RUNNING', -- or PAUSED, WITHDRAWN, DONE
    after_id        bigint      NOT NULL DEFAULT 0,         -- everybody up to here has a mail, or is to have none
    complete        boolean     NOT NULL DEFAULT false,     -- there is nobody behind that
    started_at      timestamptz NOT NULL DEFAULT now(),
    finished_at     timestamptz,                            -- nothing is left to be sent, and these do not change
    sent            integer,
    failed          integer,
    skipped         integer
);
CREATE INDEX mailing_unfinished ON mailing (announcement_id) WHERE finished_at IS NULL;

ALTER TABLE delivery ADD COLUMN announcement_id bigint;
CREATE INDEX delivery_of_mailing ON delivery (announcement_id, due_at)
    WHERE announcement_id IS NOT NULL AND state = 'WAITING';
CREATE INDEX delivery_progress ON delivery (announcement_id, state, updated_at) WHERE announcement_id IS NOT NULL;
