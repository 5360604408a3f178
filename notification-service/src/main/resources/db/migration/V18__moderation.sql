-- The report or the warning that a notification is about.
ALTER TABLE notification ADD COLUMN object_id bigint;

CREATE OR REPLACE VIEW shown_notification AS
    SELECT n.* FROM notification n
    WHERE n.removed_at IS NULL
        AND NOT EXISTS (SELECT FROM account a WHERE a.id = n.from_id AND a.suspended)
        AND NOT EXISTS (
            SELECT FROM silence s WHERE s.owner_id = n.from_id AND s.other_id = n.recipient_id AND s.blocking)
        AND NOT EXISTS (
            SELECT FROM thread_mute m WHERE m.account_id = n.recipient_id AND m.thread_id = n.thread_id AND m.muted)
        AND (NOT n.for_followers OR EXISTS (
            SELECT FROM follow f WHERE f.follower_id = n.recipient_id AND f.followed_id = n.from_id AND f.following));

-- What moderators said to the owner of an account, in the words that were mailed.
CREATE TABLE warning (
    id       bigint      PRIMARY KEY,
    event_id uuid        NOT NULL UNIQUE,
    action   text        NOT NULL, -- none, disable or suspend
    text     text        NOT NULL,
    at       timestamptz NOT NULL
);
