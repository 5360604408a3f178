-- What administrators have the server do about posts by itself.
CREATE TABLE automatic_rule (
    id         bigint PRIMARY KEY,
    version    bigint      NOT NULL,
    name       text        NOT NULL,
    position   int         NOT NULL,
    conditions jsonb       NOT NULL, -- all of them hold of the posts that it catches
    action     text        NOT NULL CHECK (action IN ('REFUSE', 'HOLD', 'REPORT', 'LIMIT')),
    text       text        NOT NULL, -- what the author is told; empty for the usual
    enabled    boolean     NOT NULL,
    updated_at timestamptz NOT NULL
);

-- What rules caught. Of a refused post nothing is kept but a hash, of direct posts nothing at all.
CREATE TABLE automatic_rule_hit (
    id         bigint PRIMARY KEY,
    rule_id    bigint NOT NULL,
    account_id bigint NOT NULL,
    post_id    bigint, -- null: it was refused, or is direct
    text_hash  bytea,  -- of a refused public or unlisted post
    visibility text   NOT NULL,
    action     text   NOT NULL
);
CREATE INDEX automatic_rule_hit_rule ON automatic_rule_hit (rule_id, id DESC);

-- A held post is direct and names nobody, so that its author alone sees it, until a moderator decides.
ALTER TABLE post
    ADD COLUMN held_for text CHECK (held_for IN ('PUBLIC', 'UNLISTED', 'PRIVATE')), -- who may see it after its release
    ADD COLUMN held_by  bigint;                                                     -- the rule
CREATE INDEX post_held ON post (id DESC) WHERE held_for IS NOT NULL;

-- By which near-duplicates are found: texts that are nearly the same have most of these numbers in common. They stay when a
-- post is deleted or edited, until they are too old to be asked for: who deletes a post and posts it anew posts it twice.
CREATE TABLE post_print (
    print   int    NOT NULL,
    post_id bigint NOT NULL,
    PRIMARY KEY (print, post_id)
);
CREATE INDEX post_print_age ON post_print USING brin (post_id) WITH (autosummarize = on);
