-- What pages say of themselves that posts link to: one row for each address, whoever links to it.
CREATE TABLE preview_card (
    link              bytea PRIMARY KEY, -- SHA-256 of the address
    url               text        NOT NULL, -- the address as linked
    due_at            timestamptz, -- when it is fetched next; null when there is nothing to do
    attempts          int         NOT NULL DEFAULT 0, -- since it was asked for
    fresh_until       timestamptz NOT NULL DEFAULT now(), -- then a post that links to it has it fetched again
    -- What was found; without a title there is no card.
    page              text, -- the address after redirects
    type              text,
    title             text,
    description       text,
    language          text,
    author_name       text,
    author_url        text,
    provider_name     text,
    provider_url      text,
    published_at      timestamptz,
    creator           text, -- user name in lower case of the local account that the page names
    domains           text[], -- the page's host and all domains above it
    image             text, -- key in the store
    image_width       int,
    image_height      int,
    image_description text,
    blurhash          text
);

CREATE INDEX preview_card_due ON preview_card (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX preview_card_stale ON preview_card (fresh_until) WHERE due_at IS NULL;

-- The first link of each post that has one.
CREATE TABLE post_link (
    post_id bigint PRIMARY KEY,
    link    bytea NOT NULL
);

CREATE INDEX post_link_by_link ON post_link (link);
