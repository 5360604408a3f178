-- Secrets, codes and tokens stand here as SHA-256 of what the client holds: they are random and long, so no salt is needed.
CREATE TABLE oauth_app (
    id            bigint PRIMARY KEY,
    client_id     text        NOT NULL,
    secret_hash   text        NOT NULL,
    name          text        NOT NULL,
    website       text,
    redirect_uris text[]      NOT NULL,
    scopes        text[]      NOT NULL
);
CREATE UNIQUE INDEX oauth_app_client_id ON oauth_app (client_id);

-- What a person has once allowed an app, so that they are not asked again.
CREATE TABLE oauth_consent (
    account_id bigint NOT NULL,
    app_id     bigint NOT NULL REFERENCES oauth_app ON DELETE CASCADE,
    scopes     text[] NOT NULL,
    PRIMARY KEY (account_id, app_id)
);

-- One authorization on its way from the consent page (state) over the code to the access token.
CREATE TABLE oauth_authorization (
    id               uuid PRIMARY KEY,
    app_id           bigint      NOT NULL REFERENCES oauth_app ON DELETE CASCADE,
    account_id       bigint, -- null: the app acts for itself. Of somebody who has yet to confirm: the account to be
    scopes           text[]      NOT NULL, -- granted
    requested_scopes text[],
    redirect_uri     text,
    client_state     text,
    code_challenge   text,
    state_hash       text,
    code_hash        text,
    code_expires_at  timestamptz,
    code_used        boolean     NOT NULL DEFAULT false,
    token_hash       text,
    created_at       timestamptz NOT NULL
);
CREATE UNIQUE INDEX oauth_authorization_state ON oauth_authorization (state_hash);
CREATE UNIQUE INDEX oauth_authorization_code ON oauth_authorization (code_hash);
CREATE UNIQUE INDEX oauth_authorization_token ON oauth_authorization (token_hash);
CREATE INDEX oauth_authorization_account ON oauth_authorization (account_id);
CREATE INDEX oauth_authorization_abandoned ON oauth_authorization (created_at) WHERE token_hash IS NULL;

-- Keys that sign internal tokens. The private half is encrypted with the server's secret.
CREATE TABLE signing_key (
    id          text PRIMARY KEY,
    sealed_jwk  bytea       NOT NULL,
    created_at  timestamptz NOT NULL
);
