-- What the server tells its people.
CREATE TABLE announcement (
    id                bigint      PRIMARY KEY,
    state             text        NOT NULL, -- DRAFT, SCHEDULED, PUBLISHED or OVER
    main_language     text        NOT NULL,
    mailed            boolean     NOT NULL, -- whether it goes out by mail, too
    scheduled_at      timestamptz,          -- when to publish it
    starts_at         timestamptz,          -- of what it tells about
    ends_at           timestamptz,
    all_day           boolean     NOT NULL,
    over_at           timestamptz,          -- when nobody is shown it any more
    for_language      text,                 -- whom it is for; null stands for all
    for_role          text,
    registered_after  timestamptz,
    registered_before timestamptz,
    published_at      timestamptz,
    created_at        timestamptz NOT NULL DEFAULT now(),
    updated_at        timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX announcement_current ON announcement (state, id) WHERE state IN ('SCHEDULED', 'PUBLISHED');

-- What it says in each language.
CREATE TABLE announcement_text (
    announcement_id bigint   NOT NULL REFERENCES announcement ON DELETE CASCADE,
    language        text     NOT NULL,
    source          text     NOT NULL, -- Markdown, as it was written
    html            text     NOT NULL,
    plain           text     NOT NULL,
    mention_ids     bigint[] NOT NULL,
    mention_names   text[]   NOT NULL,
    hashtags        text[]   NOT NULL,
    PRIMARY KEY (announcement_id, language)
);

-- Who has read it and wants to see it no more.
CREATE TABLE announcement_dismissal (
    announcement_id bigint NOT NULL REFERENCES announcement ON DELETE CASCADE,
    account_id      bigint NOT NULL,
    PRIMARY KEY (announcement_id, account_id)
);

CREATE TABLE announcement_reaction (
    announcement_id bigint NOT NULL REFERENCES announcement ON DELETE CASCADE,
    name            text   NOT NULL,
    account_id      bigint NOT NULL,
    PRIMARY KEY (announcement_id, name, account_id)
);

-- How many reacted how, so that nobody has to count. A reaction that nobody has any more has no row.
CREATE TABLE announcement_reaction_count (
    announcement_id bigint      NOT NULL REFERENCES announcement ON DELETE CASCADE,
    name            text        NOT NULL,
    total           integer     NOT NULL,
    since           timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (announcement_id, name)
);

-- What those who listen are told. Each copy reads on from where it was; rows are forgotten after a while.
CREATE TABLE announcement_change (
    id                bigint      PRIMARY KEY,
    announcement_id   bigint      NOT NULL,
    kind              text        NOT NULL, -- SHOWN, GONE or REACTION
    name              text,                 -- of the reaction
    for_language      text,                 -- whom it concerns, as it was then
    for_role          text,
    registered_after  timestamptz,
    registered_before timestamptz
);

-- Who did what with which announcement; of the schedule's doing nobody is named.
CREATE TABLE announcement_act (
    id              bigint      PRIMARY KEY,
    announcement_id bigint      NOT NULL,
    account_id      bigint,
    act             text        NOT NULL,
    at              timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX announcement_act_page ON announcement_act (announcement_id, id DESC);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of % are only ever added', TG_TABLE_NAME;
END $$;
CREATE TRIGGER announcement_act_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON announcement_act
    EXECUTE FUNCTION refuse_change();
