-- What a person finds in the application. A removed row stays: its key keeps a repeated event from notifying again.
CREATE TABLE notification (
    id           bigint      PRIMARY KEY,
    recipient_id bigint      NOT NULL,
    type         text        NOT NULL,
    subject      text        NOT NULL, -- what it is about: a post's id, or one follow
    from_id      bigint      NOT NULL,
    post_id      bigint,
    event_id     uuid        NOT NULL,
    created_at   timestamptz NOT NULL,
    removed_at   timestamptz,
    UNIQUE (recipient_id, type, subject)
);
CREATE INDEX notification_inbox ON notification (recipient_id, id DESC) WHERE removed_at IS NULL;
CREATE INDEX notification_from ON notification (recipient_id, from_id, id DESC) WHERE removed_at IS NULL;
CREATE INDEX notification_post ON notification (post_id) WHERE post_id IS NOT NULL AND removed_at IS NULL;

-- How far a person has read a timeline.
CREATE TABLE marker (
    account_id   bigint      NOT NULL,
    timeline     text        NOT NULL,
    last_read_id bigint      NOT NULL,
    version      integer     NOT NULL,
    updated_at   timestamptz NOT NULL,
    PRIMARY KEY (account_id, timeline)
);

-- Replicas fed by user-service.
CREATE TABLE account (
    id           bigint  PRIMARY KEY,
    version      bigint  NOT NULL,
    username     text    NOT NULL,
    display_name text    NOT NULL,
    suspended    boolean NOT NULL
);
CREATE TABLE contact (
    account_id bigint  PRIMARY KEY,
    version    bigint  NOT NULL,
    locale     text    NOT NULL,
    time_zone  text    NOT NULL,
    confirmed  boolean NOT NULL
);
