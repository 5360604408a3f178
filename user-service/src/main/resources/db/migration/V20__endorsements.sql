-- Whom somebody shows in their profile; time-ordered, by which lists are paged. It ends with the follow.
ALTER TABLE relationship ADD COLUMN endorse_id bigint;

CREATE INDEX relationship_endorsed ON relationship (from_id, endorse_id DESC) INCLUDE (to_id) WHERE endorse_id IS NOT NULL;

-- Who wrote last, for the directory.
CREATE INDEX post_stats_recent ON post_stats (last_status_at DESC, author_id DESC) WHERE last_status_at IS NOT NULL;
