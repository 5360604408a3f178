-- Networks whose people cannot sign up as others do, or get nothing at all. An address is looked for among all that contain it.
CREATE TABLE ip_block (
    id         bigint PRIMARY KEY,
    network    cidr        NOT NULL UNIQUE,
    severity   text        NOT NULL CHECK (severity IN ('sign_up_requires_approval', 'sign_up_block', 'no_access')),
    comment    text        NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz -- null: until somebody lifts it
);
CREATE INDEX ip_block_network ON ip_block USING gist (network inet_ops);
CREATE INDEX ip_block_expiry ON ip_block (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX ip_block_access ON ip_block (id DESC) WHERE severity = 'no_access';

-- Whose sign-up waits for a moderator though others' do not.
ALTER TABLE sign_up ADD COLUMN approval_needed boolean NOT NULL DEFAULT false;
