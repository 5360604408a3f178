-- The rules of the server. One that goes stays for the reports that name it.
CREATE TABLE rule (
    id           bigint PRIMARY KEY,
    position     int         NOT NULL,
    text         text        NOT NULL,
    hint         text        NOT NULL DEFAULT '',
    translations jsonb       NOT NULL DEFAULT '{}', -- by language: text and hint
    deleted_at   timestamptz
);
CREATE INDEX rule_position ON rule (position, id) WHERE deleted_at IS NULL;
