-- What somebody searched for lately, and what they saved. Private: read and deleted by its owner alone.
CREATE TABLE recent_search (
    owner_id    bigint      NOT NULL,
    query       text        NOT NULL,
    searched_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (owner_id, query)
);

CREATE TABLE saved_search (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner_id   bigint      NOT NULL,
    query      text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (owner_id, query)
);
