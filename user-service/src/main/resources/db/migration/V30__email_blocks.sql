-- Providers of mail whose addresses nobody signs up with, nor with those of domains below theirs.
CREATE TABLE email_domain_block (
    id         bigint PRIMARY KEY,
    domain     text        NOT NULL UNIQUE,
    created_at timestamptz NOT NULL
);

-- How often somebody tried, by day.
CREATE TABLE email_domain_block_use (
    block_id bigint NOT NULL REFERENCES email_domain_block ON DELETE CASCADE,
    day      date   NOT NULL,
    attempts int    NOT NULL,
    PRIMARY KEY (block_id, day)
);

-- Single addresses, as hashes of what is the same mailbox at most providers.
CREATE TABLE canonical_email_block (
    id         bigint PRIMARY KEY,
    hash       text        NOT NULL UNIQUE,
    created_at timestamptz NOT NULL
);
