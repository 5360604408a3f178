-- What people do not want to meet in posts; nobody else sees it.
CREATE TABLE filter (
    id         bigint PRIMARY KEY,
    owner_id   bigint NOT NULL,
    title      text   NOT NULL,
    contexts   text[] NOT NULL, -- HOME, NOTIFICATIONS, PUBLIC, THREAD, ACCOUNT: where clients apply it
    action     text   NOT NULL, -- WARN, HIDE or BLUR
    expires_at timestamptz
);

CREATE INDEX filter_by_owner ON filter (owner_id, id);

CREATE TABLE filter_keyword (
    id         bigint PRIMARY KEY,
    filter_id  bigint  NOT NULL REFERENCES filter ON DELETE CASCADE,
    keyword    text    NOT NULL,
    whole_word boolean NOT NULL
);

CREATE INDEX filter_keyword_by_filter ON filter_keyword (filter_id, id);

-- Single posts. One that is deleted is met nowhere, and needs no row less.
CREATE TABLE filter_status (
    id        bigint PRIMARY KEY,
    filter_id bigint NOT NULL REFERENCES filter ON DELETE CASCADE,
    post_id   bigint NOT NULL,
    UNIQUE (filter_id, post_id)
);
