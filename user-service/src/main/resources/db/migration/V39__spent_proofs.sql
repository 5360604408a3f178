-- Proofs of work that somebody signed up with: each counts once. A challenge that has expired needs no row any more.
CREATE TABLE spent_proof (
    challenge_id uuid PRIMARY KEY,
    expires_at   timestamptz NOT NULL
);
CREATE INDEX spent_proof_expiry ON spent_proof (expires_at);
