-- What trends are made of, filled from events: who used a hashtag on a day, in UTC, however often.
CREATE TABLE trend_tag_use (
    day        date   NOT NULL,
    hashtag    text   NOT NULL,
    account_id bigint NOT NULL,
    post_id    bigint NOT NULL, -- the first one
    PRIMARY KEY (day, hashtag, account_id)
);

CREATE INDEX trend_tag_use_of_post ON trend_tag_use (post_id);

-- Public posts that people reacted to lately.
CREATE TABLE trend_candidate (
    post_id   bigint PRIMARY KEY,
    reactions bigint NOT NULL
);

-- What trends, as the last refresh found it: a few hundred rows that requests read.
CREATE TABLE trend_tag (
    hashtag  text PRIMARY KEY,
    name     text             NOT NULL, -- as people write it
    language text,                      -- in which it is used most
    score    double precision NOT NULL,
    history  jsonb            NOT NULL  -- days, today first
);

CREATE TABLE trend_post (
    post_id  bigint PRIMARY KEY,
    language text,
    score    double precision NOT NULL
);

-- A single row: when the next refresh is due. Whoever moves it makes that refresh.
CREATE TABLE trend_refresh (
    only_one boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
    due_at   timestamptz NOT NULL
);
