-- What a rule would have caught of the posts of a month, found out bit by bit.
CREATE TABLE automatic_dry_run (
    id            bigint PRIMARY KEY,
    account_id    bigint      NOT NULL, -- who wants to know
    rule_id       bigint,               -- null: the rule is not saved
    conditions    jsonb       NOT NULL,
    action        text        NOT NULL,
    state         text        NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    up_to         bigint      NOT NULL, -- posts below are judged
    judged_to     bigint      NOT NULL, -- those up to this one have been
    posts         bigint,               -- how many there are; null until they are counted
    judged        bigint      NOT NULL DEFAULT 0,
    caught        bigint      NOT NULL DEFAULT 0,
    attempts      int         NOT NULL DEFAULT 0, -- since it last came on
    claimed_until timestamptz NOT NULL,
    ended_at      timestamptz
);
-- One at a time.
CREATE UNIQUE INDEX automatic_dry_run_running ON automatic_dry_run ((true)) WHERE state = 'RUNNING';

-- The first that it caught.
CREATE TABLE automatic_dry_run_post (
    run_id  bigint NOT NULL REFERENCES automatic_dry_run ON DELETE CASCADE,
    post_id bigint NOT NULL,
    PRIMARY KEY (run_id, post_id)
);
