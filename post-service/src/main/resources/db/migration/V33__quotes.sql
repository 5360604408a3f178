-- What a post quotes. It may point to a deleted post; whose it was is kept, so that it is known whom a reader blocks.
-- The authors of posts from before were not asked who may quote them.
ALTER TABLE post
    ADD COLUMN quoted_id        bigint,
    ADD COLUMN quoted_author_id bigint,
    ADD COLUMN quote_revoked    boolean NOT NULL DEFAULT false, -- the author of the quoted post has taken it out
    ADD COLUMN quote_policy     text    NOT NULL DEFAULT 'NOBODY' CHECK (quote_policy IN ('PUBLIC', 'FOLLOWERS', 'NOBODY'));

CREATE INDEX post_quotes ON post (quoted_id, id DESC) WHERE quoted_id IS NOT NULL AND NOT quote_revoked;

ALTER TABLE post_counts ADD COLUMN quotes bigint NOT NULL DEFAULT 0;

-- Null until user-service tells of it; everybody then.
ALTER TABLE author ADD COLUMN default_quote_policy text;
