CREATE TABLE poll (
    id          bigint PRIMARY KEY,
    post_id     bigint      NOT NULL UNIQUE,
    author_id   bigint      NOT NULL,
    options     text[]      NOT NULL,
    votes       bigint[]    NOT NULL, -- for each option
    voters      bigint      NOT NULL DEFAULT 0,
    multiple    boolean     NOT NULL,
    hide_totals boolean     NOT NULL,
    expires_at  timestamptz NOT NULL,
    ended       boolean     NOT NULL DEFAULT false -- and everybody who voted is being told
);

CREATE INDEX poll_due ON poll (expires_at) WHERE NOT ended;

CREATE TABLE poll_vote (
    poll_id    bigint     NOT NULL,
    account_id bigint     NOT NULL,
    choices    smallint[] NOT NULL, -- counted from 0
    PRIMARY KEY (poll_id, account_id)
);
