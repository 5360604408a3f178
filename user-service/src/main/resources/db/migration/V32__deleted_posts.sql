-- The posts that moderators deleted by a strike; what they said is among the evidence of the case.
ALTER TABLE strike ADD COLUMN post_ids bigint[] NOT NULL DEFAULT '{}';
