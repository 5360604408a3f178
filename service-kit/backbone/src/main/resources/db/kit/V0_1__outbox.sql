-- The transactional outbox. Column names follow the Debezium outbox event router, so that it may replace the relay.
CREATE TABLE outbox (
    seq           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id            uuid        NOT NULL,
    aggregatetype text        NOT NULL, -- the topic
    aggregateid   text        NOT NULL, -- the Kafka key
    type          text        NOT NULL, -- the event's wire name
    payload       text        NOT NULL, -- the event's JSON
    headers       jsonb       NOT NULL, -- trace context
    created_at    timestamptz NOT NULL
);

-- Rows live for milliseconds: vacuum early, or the index fills with dead entries.
ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- Events that Kafka will never take, kept for a person to look at.
CREATE TABLE outbox_failed (
    seq           bigint PRIMARY KEY,
    id            uuid        NOT NULL,
    aggregatetype text        NOT NULL,
    aggregateid   text        NOT NULL,
    type          text        NOT NULL,
    payload       text        NOT NULL,
    headers       jsonb       NOT NULL,
    created_at    timestamptz NOT NULL,
    failed_at     timestamptz NOT NULL DEFAULT now(),
    cause         text        NOT NULL
);
