-- What people do with posts. The ids grow with time; lists of reactions are paged by them.
CREATE TABLE favourite (
    id         bigint PRIMARY KEY,
    account_id bigint NOT NULL,
    post_id    bigint NOT NULL,
    UNIQUE (account_id, post_id)
);

CREATE INDEX favourite_by_account ON favourite (account_id, id DESC);
CREATE INDEX favourite_of_post ON favourite (post_id, id DESC);

CREATE TABLE bookmark (
    id         bigint PRIMARY KEY,
    account_id bigint NOT NULL,
    post_id    bigint NOT NULL,
    UNIQUE (account_id, post_id)
);

CREATE INDEX bookmark_by_account ON bookmark (account_id, id DESC);
CREATE INDEX bookmark_of_post ON bookmark (post_id);

-- In timelines a boost stands under its own id, like a post. Ids of posts and boosts never meet.
CREATE TABLE boost (
    id         bigint PRIMARY KEY,
    account_id bigint NOT NULL,
    post_id    bigint NOT NULL,
    visibility text   NOT NULL CHECK (visibility IN ('PUBLIC', 'UNLISTED', 'PRIVATE')),
    UNIQUE (account_id, post_id)
);

CREATE INDEX boost_by_account ON boost (account_id, id DESC);
CREATE INDEX boost_of_post ON boost (post_id, id DESC);

ALTER TABLE post_counts
    ADD COLUMN favourites         bigint NOT NULL DEFAULT 0,
    ADD COLUMN boosts             bigint NOT NULL DEFAULT 0,
    ADD COLUMN engagement_version bigint NOT NULL DEFAULT 0;

-- Where post_id is a boost's: what it boosts.
ALTER TABLE home_timeline ADD COLUMN boosted_id bigint;

CREATE INDEX home_timeline_boosts ON home_timeline (boosted_id, owner_id, post_id) WHERE boosted_id IS NOT NULL;
