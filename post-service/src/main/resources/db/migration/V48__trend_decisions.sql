-- What moderators decided about hashtags, used or not; of all others the usual holds.
CREATE TABLE hashtag_decision (
    hashtag      text PRIMARY KEY,
    display_name text,                 -- null: as most people write it
    usable       boolean     NOT NULL, -- whether posts may have it
    listable     boolean     NOT NULL, -- whether it is among hashtags that people come across
    trendable    boolean,              -- null: nobody has said so
    decided_at   timestamptz NOT NULL
);

-- What moderators decided about posts, as long as these can trend.
CREATE TABLE trend_decision (
    post_id  bigint PRIMARY KEY,
    approved boolean NOT NULL
);
