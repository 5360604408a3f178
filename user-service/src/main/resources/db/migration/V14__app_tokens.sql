-- Tokens of apps that act for themselves: so many of an app, and none that nobody has used for long.
ALTER TABLE oauth_authorization ADD COLUMN used_on date NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')::date;
CREATE INDEX oauth_authorization_own ON oauth_authorization (app_id, created_at DESC)
    WHERE account_id IS NULL AND token_hash IS NOT NULL;
CREATE INDEX oauth_authorization_unused ON oauth_authorization (used_on)
    WHERE account_id IS NULL AND token_hash IS NOT NULL;
