-- Hashtags that people show in their profiles, and how often they have used each where everybody may see it.
CREATE TABLE featured_hashtag (
    id           bigint PRIMARY KEY,
    account_id   bigint NOT NULL,
    hashtag      text   NOT NULL,
    as_written   text   NOT NULL,
    posts        bigint NOT NULL,
    last_post_id bigint, -- the newest of them
    UNIQUE (account_id, hashtag)
);
