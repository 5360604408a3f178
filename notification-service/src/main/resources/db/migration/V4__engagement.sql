-- Taken back by who caused it, which may be done again: the row is then shown once more, and nobody is told anew.
ALTER TABLE notification ADD COLUMN withdrawn boolean NOT NULL DEFAULT false;

-- Posts that were deleted lately. News of them that come late tell nobody.
CREATE TABLE gone_post (
    post_id bigint      PRIMARY KEY,
    gone_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX gone_post_age ON gone_post (gone_at);
