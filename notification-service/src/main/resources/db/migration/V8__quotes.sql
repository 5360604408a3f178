-- Whose post quotes which other: they are told when that is edited. What was revoked is not here.
CREATE TABLE quote (
    post_id   bigint PRIMARY KEY, -- that quotes
    quoted_id bigint NOT NULL,
    author_id bigint NOT NULL     -- who quotes
);

CREATE INDEX quote_of_post ON quote (quoted_id, author_id, post_id DESC);
