CREATE TABLE post (
    id                    bigint PRIMARY KEY,
    version               bigint      NOT NULL,
    author_id             bigint      NOT NULL,
    in_reply_to_id        bigint, -- may point to a deleted post
    in_reply_to_author_id bigint,
    visibility            text        NOT NULL CHECK (visibility IN ('PUBLIC', 'UNLISTED', 'PRIVATE', 'DIRECT')),
    source                text        NOT NULL, -- as the author wrote it
    format                text        NOT NULL CHECK (format IN ('MARKDOWN', 'PLAIN')),
    content               text        NOT NULL, -- sanitised HTML
    text                  text        NOT NULL, -- the same without markup
    spoiler_text          text        NOT NULL,
    sensitive             boolean     NOT NULL,
    language              text,
    mentions              bigint[]    NOT NULL,
    hashtags              text[]      NOT NULL,
    created_at            timestamptz NOT NULL,
    edited_at             timestamptz
);

CREATE INDEX post_by_author ON post (author_id, id DESC);
-- A person's posts without their answers to others.
CREATE INDEX post_by_author_own ON post (author_id, id DESC)
    WHERE in_reply_to_author_id IS NULL OR in_reply_to_author_id = author_id;
CREATE INDEX post_replies ON post (in_reply_to_id, id) WHERE in_reply_to_id IS NOT NULL;
-- The public timeline.
CREATE INDEX post_public ON post (id DESC)
    WHERE visibility = 'PUBLIC' AND (in_reply_to_author_id IS NULL OR in_reply_to_author_id = author_id);

-- Apart from post, so that a counter does not rewrite the text.
CREATE TABLE post_counts (
    post_id bigint PRIMARY KEY,
    replies bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 70);

-- Earlier versions of edited posts; the present one is in post.
CREATE TABLE post_revision (
    post_id      bigint      NOT NULL,
    version      bigint      NOT NULL,
    content      text        NOT NULL,
    spoiler_text text        NOT NULL,
    sensitive    boolean     NOT NULL,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (post_id, version)
);

-- Public posts by hashtag.
CREATE TABLE post_hashtag (
    hashtag text   NOT NULL,
    post_id bigint NOT NULL,
    PRIMARY KEY (hashtag, post_id)
);

-- What a repeated request has already created.
CREATE TABLE idempotency_key (
    author_id  bigint      NOT NULL,
    key        text        NOT NULL,
    post_id    bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (author_id, key)
);

CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
