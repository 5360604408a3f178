ALTER TABLE relationship
    ADD COLUMN blocking     boolean NOT NULL DEFAULT false,
    ADD COLUMN muting       boolean NOT NULL DEFAULT false,
    ADD COLUMN mute_ends_at timestamptz; -- null for never
