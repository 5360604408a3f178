-- Replica of accounts, fed by AccountEvent: what a post shows of its author.
CREATE TABLE author (
    id                 bigint PRIMARY KEY,
    version            bigint      NOT NULL,
    username           text        NOT NULL,
    display_name       text        NOT NULL,
    note               text        NOT NULL,
    avatar             text,
    header             text,
    locked             boolean     NOT NULL,
    bot                boolean     NOT NULL,
    discoverable       boolean     NOT NULL,
    indexable          boolean     NOT NULL,
    suspended          boolean     NOT NULL,
    fields             text        NOT NULL, -- JSON
    default_visibility text        NOT NULL,
    default_sensitive  boolean     NOT NULL,
    default_language   text,
    created_at         timestamptz NOT NULL
);

-- Not unique: a name that has moved to another account may arrive before it is gone from the first.
CREATE INDEX author_by_username ON author (lower(username));

-- Apart from author, because a follow may arrive before the account it concerns.
CREATE TABLE author_counts (
    author_id bigint PRIMARY KEY,
    followers bigint NOT NULL DEFAULT 0,
    following bigint NOT NULL DEFAULT 0,
    statuses  bigint NOT NULL DEFAULT 0,
    last_id   bigint -- the newest post that is counted
) WITH (fillfactor = 70);

-- Replica of the social graph, fed by RelationshipEvent. A row outlives the follow, for its version.
CREATE TABLE relationship (
    from_id     bigint  NOT NULL,
    to_id       bigint  NOT NULL,
    version     bigint  NOT NULL,
    following   boolean NOT NULL,
    show_boosts boolean NOT NULL,
    followed_at timestamptz,
    PRIMARY KEY (from_id, to_id)
);

CREATE INDEX relationship_followers ON relationship (to_id, from_id) WHERE following;
