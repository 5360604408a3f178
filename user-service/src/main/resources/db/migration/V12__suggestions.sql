-- Whom somebody follows, the newest first, is read from the index alone: suggestions look at many such lists at once.
DROP INDEX relationship_following;
CREATE INDEX relationship_following ON relationship (from_id, follow_id DESC) INCLUDE (to_id) WHERE follow_id IS NOT NULL;
