-- Lists that people keep of whom they follow; nobody else sees them.
CREATE TABLE list (
    id             bigint PRIMARY KEY,
    owner_id       bigint  NOT NULL,
    title          text    NOT NULL,
    replies_policy text    NOT NULL, -- FOLLOWED, LIST or NONE: whose answers to others it shows
    exclusive      boolean NOT NULL  -- its members' posts are here instead of in the owner's home
);

CREATE INDEX list_by_owner ON list (owner_id, id);

-- Lists of members are paged by id.
CREATE TABLE list_member (
    id         bigint PRIMARY KEY,
    list_id    bigint NOT NULL REFERENCES list ON DELETE CASCADE,
    owner_id   bigint NOT NULL, -- of the list
    account_id bigint NOT NULL,
    UNIQUE (list_id, account_id)
);

CREATE INDEX list_member_by_list ON list_member (list_id, id DESC);
CREATE INDEX list_member_of_owner ON list_member (owner_id, account_id, list_id);
