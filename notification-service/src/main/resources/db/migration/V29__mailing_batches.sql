-- Mails of an announcement that nobody has tried to send yet: as many as one call takes, in one row. With its first attempt
-- each becomes a row of delivery.
CREATE TABLE mailing_batch (
    id              uuid        PRIMARY KEY,            -- by which the provider finds what it was given of it
    announcement_id bigint      NOT NULL,
    event_id        uuid        NOT NULL,               -- the cause, as delivery names it
    delivery_ids    bigint[]    NOT NULL,               -- of the rows to be
    recipient_ids   bigint[]    NOT NULL,               -- in the same order
    withdrawn       boolean     NOT NULL DEFAULT false, -- what the provider does not take is not tried again
    held_until      timestamptz,                        -- on its way; nobody knows what became of it when that is over
    created_at      timestamptz NOT NULL DEFAULT now(),
    CHECK (cardinality(delivery_ids) = cardinality(recipient_ids))
);
CREATE INDEX mailing_batch_of_mailing ON mailing_batch (announcement_id, created_at);

-- All mails that have no end yet, in whichever form they wait.
CREATE VIEW owed_mail (announcement_id, lane, state, since, due_at, mails) AS
    SELECT announcement_id, lane, state, coalesce(ripe_at, created_at), due_at, 1
    FROM delivery WHERE state IN ('WAITING', 'SENDING', 'UNKNOWN')
    UNION ALL
    SELECT announcement_id, 'BROADCAST', CASE WHEN held_until IS NULL THEN 'WAITING' ELSE 'SENDING' END, created_at,
        coalesce(held_until, created_at), cardinality(recipient_ids)
    FROM mailing_batch;
