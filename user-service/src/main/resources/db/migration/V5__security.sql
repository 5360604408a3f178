-- A mail about an account's security, by the id of the event that asks for it. A link in such a mail is this id with our
-- signature, so nobody can make one of what stands here.
CREATE TABLE security_letter (
    event_id   uuid PRIMARY KEY,
    kind       text        NOT NULL,
    account_id bigint REFERENCES account ON DELETE CASCADE, -- null: nobody has the address that was asked about
    email      text, -- where it goes; null for the account's address
    detail     text        NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX security_letter_account ON security_letter (account_id);
CREATE INDEX security_letter_expiry ON security_letter (expires_at);

-- An address that is to become the account's once both ends have agreed, each by its own letter.
CREATE TABLE email_change (
    account_id        bigint PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    email             text        NOT NULL,
    present_letter    uuid        NOT NULL,
    next_letter       uuid        NOT NULL,
    present_confirmed boolean     NOT NULL DEFAULT false,
    next_confirmed    boolean     NOT NULL DEFAULT false,
    expires_at        timestamptz NOT NULL
);
CREATE UNIQUE INDEX email_change_present ON email_change (present_letter);
CREATE UNIQUE INDEX email_change_next ON email_change (next_letter);
CREATE INDEX email_change_expiry ON email_change (expires_at);

-- The devices that an account has been used on, by the hash of a cookie that they keep.
CREATE TABLE known_device (
    account_id  bigint      NOT NULL REFERENCES account ON DELETE CASCADE,
    device_hash text        NOT NULL,
    seen_at     timestamptz NOT NULL,
    PRIMARY KEY (account_id, device_hash)
);
CREATE INDEX known_device_seen ON known_device (seen_at);

-- By what its owner recognises a session.
CREATE TABLE session_device (
    session_id  char(36) PRIMARY KEY REFERENCES spring_session ON DELETE CASCADE,
    description text NOT NULL,
    peer        text NOT NULL
);

-- When the next attempt is let through, for limits that slow down instead of refusing.
ALTER TABLE attempt ADD COLUMN next_at timestamptz;
