-- When all that an account held was deleted. Its name stays taken, so that nobody passes for its owner.
ALTER TABLE account ADD COLUMN erased_at timestamptz;

-- Accounts whose data somebody with rights wants deleted, until a second one agrees.
CREATE TABLE erasure_request (
    target_id bigint PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    asked_by  bigint      NOT NULL REFERENCES account ON DELETE CASCADE,
    asked_at  timestamptz NOT NULL
);
CREATE INDEX erasure_request_asked_by ON erasure_request (asked_by);

-- Erased accounts that are still in relationships. Those that they began are ended in the order of the other's id: up to
-- which one that is done.
CREATE TABLE relationship_erasure (
    account_id bigint PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    after_id   bigint NOT NULL DEFAULT 0
);
