-- How each home is kept. Somebody without a row is new here, and their home is kept.
CREATE TABLE home (
    owner_id bigint PRIMARY KEY,
    -- KEPT: fan-out fills it. AWAY: nobody reads it, so it is empty and fan-out passes it by.
    -- RETURNING: fan-out fills it again, and what it missed is still to be brought back.
    state    text        NOT NULL DEFAULT 'KEPT' CHECK (state IN ('KEPT', 'AWAY', 'RETURNING')),
    floor    bigint      NOT NULL DEFAULT 0, -- entries from this one down have been trimmed
    read_at  timestamptz NOT NULL -- within a few hours
) WITH (fillfactor = 80);

CREATE INDEX home_unread ON home (read_at) WHERE state <> 'AWAY';
CREATE INDEX home_away ON home (owner_id) WHERE state = 'AWAY';

INSERT INTO home (owner_id, read_at) SELECT DISTINCT from_id, now() FROM relationship WHERE following;

-- Authors with so many followers that their posts are not written to each home, but merged into it when it is read.
CREATE TABLE large_author (
    author_id bigint PRIMARY KEY
);

-- The languages that a follower wants of somebody; null for all.
ALTER TABLE relationship ADD COLUMN languages text[];
