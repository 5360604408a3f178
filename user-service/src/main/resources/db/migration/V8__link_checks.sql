-- Profiles whose links are to be looked at: do they link back?
CREATE TABLE link_check (
    account_id bigint PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    due_at     timestamptz NOT NULL,
    attempts   int         NOT NULL DEFAULT 0
);
CREATE INDEX link_check_due ON link_check (due_at);
