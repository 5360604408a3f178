-- Links of mails that did what they were for: who follows one again is told so.
CREATE TABLE used_link (
    event_id   uuid PRIMARY KEY,
    expires_at timestamptz NOT NULL
);
CREATE INDEX used_link_expiry ON used_link (expires_at);
