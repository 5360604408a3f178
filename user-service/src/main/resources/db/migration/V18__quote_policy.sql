-- Who may quote the posts that say nothing of it themselves.
ALTER TABLE account ADD COLUMN quote_policy text NOT NULL DEFAULT 'PUBLIC'
    CHECK (quote_policy IN ('PUBLIC', 'FOLLOWERS', 'NOBODY'));
