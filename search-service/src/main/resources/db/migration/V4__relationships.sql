-- What holds between two accounts, for whom one may come across and whom one follows. Rows stay when nothing holds any more,
-- so that an old event never overwrites a newer one.
CREATE TABLE relationship (
    from_id      bigint  NOT NULL,
    to_id        bigint  NOT NULL,
    version      bigint  NOT NULL,
    following    boolean NOT NULL,
    blocking     boolean NOT NULL,
    muting       boolean NOT NULL,
    mute_ends_at timestamptz,
    PRIMARY KEY (from_id, to_id)
);

CREATE INDEX relationship_blocked ON relationship (to_id) WHERE blocking;
