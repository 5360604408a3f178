-- Who follows whom, fed by user-service. A row outlives the follow, for its version.
CREATE TABLE follow (
    follower_id    bigint  NOT NULL,
    followed_id    bigint  NOT NULL,
    version        bigint  NOT NULL,
    following      boolean NOT NULL,
    notify_on_post boolean NOT NULL,
    languages      text[], -- of the posts that the follower wants, null for all
    PRIMARY KEY (follower_id, followed_id)
);
CREATE INDEX follow_notified ON follow (followed_id, follower_id) WHERE following AND notify_on_post;

-- Threads of which people want to hear no more, fed by post-service. A row outlives the mute, for its version.
CREATE TABLE thread_mute (
    account_id bigint  NOT NULL,
    thread_id  bigint  NOT NULL,
    version    bigint  NOT NULL,
    muted      boolean NOT NULL,
    PRIMARY KEY (account_id, thread_id)
);

-- Who carried on which post: they are told when it is edited.
CREATE TABLE boost (
    post_id    bigint NOT NULL,
    account_id bigint NOT NULL,
    PRIMARY KEY (post_id, account_id)
);

CREATE INDEX account_suspended ON account (id) WHERE suspended;

ALTER TABLE notification
    ADD COLUMN thread_id     bigint,                         -- null for older ones
    ADD COLUMN for_followers boolean NOT NULL DEFAULT false, -- the recipient sees the post as a follower alone
    ADD COLUMN filtered      boolean NOT NULL DEFAULT false, -- by the recipient's policy
    ADD COLUMN group_key     text;
UPDATE notification SET group_key = 'ungrouped-' || id;
ALTER TABLE notification ALTER COLUMN group_key SET NOT NULL;
CREATE INDEX notification_group ON notification (recipient_id, group_key, id DESC) WHERE removed_at IS NULL;
CREATE INDEX notification_filtered ON notification (recipient_id, from_id, id DESC) WHERE removed_at IS NULL AND filtered;

-- What is in force at this moment: neither removed nor about somebody or something that the recipient may not see or does
-- not want to hear of.
CREATE VIEW shown_notification AS
    SELECT n.* FROM notification n
    WHERE n.removed_at IS NULL
        AND NOT EXISTS (SELECT FROM account a WHERE a.id = n.from_id AND a.suspended)
        AND NOT EXISTS (
            SELECT FROM silence s WHERE s.owner_id = n.from_id AND s.other_id = n.recipient_id AND s.blocking)
        AND NOT EXISTS (
            SELECT FROM thread_mute m WHERE m.account_id = n.recipient_id AND m.thread_id = n.thread_id AND m.muted)
        AND (NOT n.for_followers OR EXISTS (
            SELECT FROM follow f WHERE f.follower_id = n.recipient_id AND f.followed_id = n.from_id AND f.following));

-- What a person does with notifications of people whom they do not know: ACCEPT, FILTER or DROP. No row accepts all.
CREATE TABLE notification_policy (
    account_id       bigint PRIMARY KEY,
    not_following    text NOT NULL,
    not_followers    text NOT NULL,
    new_accounts     text NOT NULL,
    private_mentions text NOT NULL,
    limited_accounts text NOT NULL
);

-- Somebody whose notifications were filtered and about whom the person has not decided yet.
CREATE TABLE notification_request (
    id         bigint      PRIMARY KEY,
    account_id bigint      NOT NULL,
    from_id    bigint      NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (account_id, from_id)
);
CREATE INDEX notification_request_page ON notification_request (account_id, id DESC);

-- Whose notifications a person takes whatever their policy says.
CREATE TABLE notification_permission (
    account_id bigint NOT NULL,
    from_id    bigint NOT NULL,
    PRIMARY KEY (account_id, from_id)
);
