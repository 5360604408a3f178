-- The engagement part of a post's document: how much people like it, on a logarithmic scale, so that a document changes
-- only when the number about doubles.
ALTER TABLE post_document
    ADD COLUMN engagement_version bigint   NOT NULL DEFAULT 0,
    ADD COLUMN popularity         smallint NOT NULL DEFAULT 0;
