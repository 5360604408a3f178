-- Where the holder of an access token or of a session wants to be told at once (RFC 8030).
CREATE TABLE push_subscription (
    id         bigint      PRIMARY KEY,
    account_id bigint      NOT NULL,
    sid        text        NOT NULL UNIQUE, -- names the access token or session, and gives neither away
    issued_at  timestamptz NOT NULL,        -- of the internal token that it was made by
    endpoint   text        NOT NULL,
    host       text        NOT NULL,        -- of the endpoint, with its port
    p256dh     text        NOT NULL,
    auth       text        NOT NULL,
    standard   boolean     NOT NULL,        -- else as the drafts before the standard had it
    policy     text        NOT NULL,
    alerts     text[]      NOT NULL         -- kinds of notifications
);
CREATE INDEX push_subscription_account ON push_subscription (account_id, id DESC);

-- A push owed to a subscription. The row goes when it is sent, or when there is no reason left to.
CREATE TABLE push (
    notification_id bigint      NOT NULL,
    subscription_id bigint      NOT NULL REFERENCES push_subscription ON DELETE CASCADE,
    host            text        NOT NULL,
    attempt         uuid,                               -- the last one; only its holder may say what became of it
    attempts        integer     NOT NULL DEFAULT 0,
    due_at          timestamptz NOT NULL DEFAULT now(), -- the next attempt, or when one under way counts as lost
    created_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (notification_id, subscription_id)
);
CREATE INDEX push_due ON push (host, due_at);
CREATE INDEX push_of_subscription ON push (subscription_id);

-- Credentials that ended lately, by which nobody subscribes any more.
CREATE TABLE ended_credential (
    name     text        PRIMARY KEY, -- account:<id> or session:<sid>
    until    timestamptz NOT NULL,    -- what was issued later is good
    heard_at timestamptz NOT NULL DEFAULT now()
);
