-- Accounts of which all is to be deleted. The row goes when nothing is left, and nothing can come any more.
CREATE TABLE erasure (
    account_id bigint PRIMARY KEY,
    heard_at   timestamptz NOT NULL DEFAULT now(),
    due_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX erasure_due ON erasure (due_at);

-- What somebody voted for goes with them.
CREATE INDEX poll_vote_by_account ON poll_vote (account_id);
