-- Accounts of which all is to be deleted. The row goes when nothing is left.
CREATE TABLE erasure (
    account_id bigint PRIMARY KEY
);

-- What somebody voted for goes with them.
CREATE INDEX poll_vote_by_account ON poll_vote (account_id);
