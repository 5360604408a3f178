-- The partitions of home_timeline, each of which is trimmed as a whole.
CREATE TABLE home_partition (
    name          text PRIMARY KEY,
    written       bigint      NOT NULL, -- pg_stat_user_tables.n_tup_ins when it was trimmed last
    claimed_until timestamptz NOT NULL DEFAULT '-infinity'
);

-- Until now homes were trimmed one by one.
INSERT INTO home_partition (name, written)
SELECT s.relname, s.n_tup_ins FROM pg_inherits i JOIN pg_stat_user_tables s ON s.relid = i.inhrelid
WHERE i.inhparent = CAST('home_timeline' AS regclass);
