-- Replica of who wants nothing of whom, fed by user-service. A row outlives the block or mute, for its version.
CREATE TABLE silence (
    owner_id     bigint  NOT NULL,
    other_id     bigint  NOT NULL,
    version      bigint  NOT NULL,
    blocking     boolean NOT NULL,
    muting       boolean NOT NULL, -- notifications too
    mute_ends_at timestamptz,
    PRIMARY KEY (owner_id, other_id)
);
