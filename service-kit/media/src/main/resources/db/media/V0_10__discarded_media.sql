-- Files that are to go: uploads that no transaction has kept yet, and what transactions have discarded.
CREATE TABLE discarded_media (
    key    text PRIMARY KEY,
    due_at timestamptz NOT NULL
);

CREATE INDEX discarded_media_due ON discarded_media (due_at);
