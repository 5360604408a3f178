-- The posts that were deleted by what a warning tells of.
ALTER TABLE warning ADD COLUMN post_ids bigint[] NOT NULL DEFAULT '{}';
