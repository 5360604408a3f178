-- Into how many homes a post or boost has come that did not have it, until that is counted.
ALTER TABLE fan_out ADD COLUMN homes bigint;

CREATE INDEX fan_out_uncounted ON fan_out (post_id) WHERE homes IS NOT NULL;

-- How far each post got, counted and never by whom.
CREATE TABLE post_reach (
    post_id bigint PRIMARY KEY,
    version bigint NOT NULL,
    homes   bigint NOT NULL, -- that carry it, by itself or by the first boost
    opens   bigint NOT NULL  -- by others
) WITH (fillfactor = 80);

-- What follows is filled from events alone: see docs/services/post-service.md for how to do it anew.
-- Times are quarters of an hour, which begin and end with the days of every time zone.
CREATE FUNCTION quarter_of(id bigint) RETURNS timestamptz IMMUTABLE LANGUAGE sql
    RETURN to_timestamp((id >> 16) / 900000 * 900);

-- Each post with the sums of its times.
CREATE TABLE insight_post (
    post_id            bigint PRIMARY KEY,
    author_id          bigint NOT NULL,
    language           text,
    engagement_version bigint NOT NULL DEFAULT 0,
    reach_version      bigint NOT NULL DEFAULT 0,
    homes              bigint NOT NULL DEFAULT 0,
    opens              bigint NOT NULL DEFAULT 0,
    favourites         bigint NOT NULL DEFAULT 0,
    boosts             bigint NOT NULL DEFAULT 0,
    replies            bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 80);

CREATE INDEX insight_post_by_author ON insight_post (author_id, post_id DESC);

CREATE TABLE insight_post_time (
    post_id    bigint      NOT NULL,
    at         timestamptz NOT NULL,
    homes      bigint      NOT NULL DEFAULT 0,
    opens      bigint      NOT NULL DEFAULT 0,
    favourites bigint      NOT NULL DEFAULT 0,
    boosts     bigint      NOT NULL DEFAULT 0,
    replies    bigint      NOT NULL DEFAULT 0,
    PRIMARY KEY (post_id, at)
) WITH (fillfactor = 80);

-- The same of all posts of an author that are still there.
CREATE TABLE insight_author_time (
    author_id  bigint      NOT NULL,
    at         timestamptz NOT NULL,
    posts      bigint      NOT NULL DEFAULT 0, -- published then
    homes      bigint      NOT NULL DEFAULT 0,
    opens      bigint      NOT NULL DEFAULT 0,
    favourites bigint      NOT NULL DEFAULT 0,
    boosts     bigint      NOT NULL DEFAULT 0,
    replies    bigint      NOT NULL DEFAULT 0,
    gained     bigint      NOT NULL DEFAULT 0, -- followers
    lost       bigint      NOT NULL DEFAULT 0,
    PRIMARY KEY (author_id, at)
) WITH (fillfactor = 80);

-- The answers that are counted, each at its own time.
CREATE TABLE insight_reply (
    reply_id bigint PRIMARY KEY,
    post_id  bigint NOT NULL
);

CREATE INDEX insight_reply_to ON insight_reply (post_id);

-- Who is counted among somebody's followers, by the version that said so.
CREATE TABLE insight_follower (
    account_id  bigint  NOT NULL,
    follower_id bigint  NOT NULL,
    version     bigint  NOT NULL,
    following   boolean NOT NULL,
    PRIMARY KEY (account_id, follower_id)
);
