-- By these codes people sign up where others wait for a moderator, or cannot.
CREATE TABLE invite (
    id         bigint PRIMARY KEY,
    owner_id   bigint      NOT NULL REFERENCES account ON DELETE CASCADE,
    code       text        NOT NULL UNIQUE,
    max_uses   int CHECK (max_uses > 0), -- null: any number
    uses       int         NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    expires_at timestamptz, -- null: never
    revoked_at timestamptz, -- null: it counts
    CHECK (max_uses IS NULL OR uses <= max_uses)
);
CREATE INDEX invite_owner ON invite (owner_id, id DESC);

-- Who came by which, and so who invited whom.
CREATE TABLE invited_account (
    account_id bigint PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    invite_id  bigint NOT NULL REFERENCES invite ON DELETE CASCADE,
    inviter_id bigint NOT NULL REFERENCES account ON DELETE CASCADE
);
CREATE INDEX invited_account_invite ON invited_account (invite_id);
CREATE INDEX invited_account_inviter ON invited_account (inviter_id);

ALTER TABLE sign_up ADD COLUMN invite_id bigint REFERENCES invite ON DELETE SET NULL;
CREATE INDEX sign_up_invite ON sign_up (invite_id) WHERE invite_id IS NOT NULL;
