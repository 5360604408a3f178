-- Where sign-ups need approval, a confirmed one waits for it.
ALTER TABLE sign_up ADD COLUMN confirmed_at timestamptz;
ALTER TABLE sign_up ADD COLUMN reason text NOT NULL DEFAULT '';
CREATE INDEX sign_up_waiting ON sign_up (account_id) WHERE confirmed_at IS NOT NULL;
