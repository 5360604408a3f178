-- Who blocks the reader is asked for by every page of posts. Blocks are few, so all of somebody's are read at once.
CREATE INDEX relationship_blocked_by ON relationship (to_id, from_id) WHERE blocking;
