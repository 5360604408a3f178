-- Addresses to which the provider delivers nothing more on a stream. Addresses themselves live in user-service: here is
-- a keyed hash, which tells an address that is about to be mailed, and which nobody can read back.
CREATE TABLE suppression (
    id           bigint      PRIMARY KEY,
    stream       text        NOT NULL,
    address_hash text        NOT NULL,
    account_id   bigint,                             -- whose address it was when a mail of ours brought it up
    active       boolean     NOT NULL,
    reason       text,                               -- null where the first that was heard is that it is lifted
    changed_at   timestamptz NOT NULL,               -- by the provider's word; what is older changes nothing
    lifted_by    bigint,                             -- who of the administrators did it, if one did
    UNIQUE (stream, address_hash),
    CHECK (reason IS NOT NULL OR NOT active)
);
CREATE INDEX suppression_active ON suppression (id) WHERE active;
