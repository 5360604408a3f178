-- Images. One without a post belongs to its owner alone and is forgotten after a day.
CREATE TABLE media (
    id             bigint PRIMARY KEY,
    owner_id       bigint      NOT NULL,
    post_id        bigint, -- the post that uses it, or did before an edit
    file           text        NOT NULL, -- key in the store
    width          int         NOT NULL,
    height         int         NOT NULL,
    preview        text        NOT NULL, -- key in the store
    preview_width  int         NOT NULL,
    preview_height int         NOT NULL,
    description    text,
    focus_x        double precision,
    focus_y        double precision,
    blurhash       text        NOT NULL,
    unused_since   timestamptz NOT NULL -- counts only while no post uses it
);

CREATE INDEX media_by_post ON media (post_id) WHERE post_id IS NOT NULL;
CREATE INDEX media_unused ON media (unused_since) WHERE post_id IS NULL;

-- What a post shows, in its order.
ALTER TABLE post ADD COLUMN media bigint[] NOT NULL DEFAULT '{}';

CREATE INDEX post_by_author_media ON post (author_id, id DESC) WHERE media <> '{}';
CREATE INDEX post_public_media ON post (id DESC)
    WHERE visibility = 'PUBLIC' AND (in_reply_to_author_id IS NULL OR in_reply_to_author_id = author_id)
        AND media <> '{}';

-- What an earlier version showed, and how it was described then.
ALTER TABLE post_revision ADD COLUMN media bigint[] NOT NULL DEFAULT '{}';
ALTER TABLE post_revision ADD COLUMN media_descriptions text[] NOT NULL DEFAULT '{}';

ALTER TABLE post_hashtag ADD COLUMN has_media boolean NOT NULL DEFAULT false;

CREATE INDEX post_hashtag_media ON post_hashtag (hashtag, post_id) WHERE has_media;
