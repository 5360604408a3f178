-- A mail owed to somebody. It says what to write about, never the text or the address: those are asked for at sending.
CREATE TABLE delivery (
    id           bigint      PRIMARY KEY,
    event_id     uuid        NOT NULL,
    recipient_id bigint      NOT NULL,
    template     text        NOT NULL,
    lane         text        NOT NULL,
    actor_id     bigint,
    post_id      bigint,
    state        text        NOT NULL DEFAULT 'WAITING',
    batch_id     uuid,                                   -- the last attempt; only its holder may say what became of it
    attempts     integer     NOT NULL DEFAULT 0,
    due_at       timestamptz NOT NULL DEFAULT now(),     -- the next attempt, or when an unclear one is looked into
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    provider_id  text,
    cause        text,                                   -- why it waits or what ended it
    UNIQUE (event_id, recipient_id, template)
);
CREATE INDEX delivery_waiting ON delivery (lane, due_at) WHERE state = 'WAITING';
CREATE INDEX delivery_unclear ON delivery (lane, due_at) WHERE state IN ('SENDING', 'UNKNOWN');
CREATE INDEX delivery_batch ON delivery (batch_id) WHERE state IN ('SENDING', 'UNKNOWN');
CREATE INDEX delivery_recipient ON delivery (recipient_id, created_at);
CREATE INDEX delivery_done ON delivery (updated_at) WHERE state IN ('SENT', 'FAILED', 'SKIPPED');

-- Mails that a person has switched off.
CREATE TABLE stopped_mail (
    account_id bigint      NOT NULL,
    kind       text        NOT NULL,
    stopped_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account_id, kind)
);
