-- Whose each post is and when it was published: when an author's newest goes, the one before it is the last.
-- Both are null for posts from before: an author of whom only such are left keeps the last date.
ALTER TABLE counted_post
    ADD COLUMN author_id  bigint,
    ADD COLUMN posted_at  timestamptz,
    ADD COLUMN deleted_at timestamptz;

CREATE INDEX counted_post_newest ON counted_post (author_id, posted_at DESC) WHERE NOT deleted;

-- What was deleted long ago is forgotten.
UPDATE counted_post SET deleted_at = now() WHERE deleted;

CREATE INDEX counted_post_deleted ON counted_post (deleted_at) WHERE deleted;
