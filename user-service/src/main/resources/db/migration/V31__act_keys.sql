-- Under which keys moderators did something about somebody: a request that is repeated is one act.
CREATE TABLE act_key (
    moderator_id bigint      NOT NULL REFERENCES account ON DELETE CASCADE,
    target_id    bigint      NOT NULL REFERENCES account ON DELETE CASCADE,
    key          text        NOT NULL,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (moderator_id, target_id, key)
);
CREATE INDEX act_key_target ON act_key (target_id);
CREATE INDEX act_key_age ON act_key (created_at);
