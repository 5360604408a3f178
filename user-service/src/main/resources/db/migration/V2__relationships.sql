-- All that holds from one account towards another. A row outlives an unfollow, so its version never restarts.
CREATE TABLE relationship (
    from_id        bigint      NOT NULL REFERENCES account ON DELETE CASCADE,
    to_id          bigint      NOT NULL REFERENCES account ON DELETE CASCADE,
    version        bigint      NOT NULL DEFAULT 0,
    follow_id      bigint, -- time-ordered, by which lists are paged; null while not following
    followed_at    timestamptz,
    show_boosts    boolean     NOT NULL DEFAULT true,
    notify_on_post boolean     NOT NULL DEFAULT false,
    languages      text[], -- null: posts in any language
    request_id     bigint, -- a follow that waits for the other's consent
    PRIMARY KEY (from_id, to_id)
);
CREATE INDEX relationship_followers ON relationship (to_id, follow_id DESC) WHERE follow_id IS NOT NULL;
CREATE INDEX relationship_following ON relationship (from_id, follow_id DESC) WHERE follow_id IS NOT NULL;
CREATE INDEX relationship_requests ON relationship (to_id, request_id DESC) WHERE request_id IS NOT NULL;
