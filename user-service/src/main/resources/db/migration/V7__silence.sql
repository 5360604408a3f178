-- What else holds from one account towards another. The ids are time-ordered: lists are paged by them.
ALTER TABLE relationship
    ADD COLUMN requested_at       timestamptz,
    ADD COLUMN block_id           bigint,
    ADD COLUMN mute_id            bigint,
    ADD COLUMN mute_notifications boolean NOT NULL DEFAULT false,
    ADD COLUMN mute_ends_at       timestamptz,
    ADD COLUMN note               text    NOT NULL DEFAULT ''; -- for oneself
UPDATE relationship SET requested_at = now() WHERE request_id IS NOT NULL;
CREATE INDEX relationship_blocks ON relationship (from_id, block_id DESC) WHERE block_id IS NOT NULL;
CREATE INDEX relationship_mutes ON relationship (from_id, mute_id DESC) WHERE mute_id IS NOT NULL;
CREATE INDEX relationship_mutes_ending ON relationship (mute_ends_at) WHERE mute_id IS NOT NULL AND mute_ends_at IS NOT NULL;

-- People that somebody does not want to be suggested any more.
CREATE TABLE dismissed_suggestion (
    account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
    other_id   bigint NOT NULL REFERENCES account ON DELETE CASCADE,
    PRIMARY KEY (account_id, other_id)
);
CREATE INDEX account_stats_followers ON account_stats (followers_count DESC);
