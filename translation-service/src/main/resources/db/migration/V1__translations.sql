-- What a provider made of a text, once for each text and target language whoever posted it.
CREATE TABLE translation (
    text_hash bytea NOT NULL,
    target text NOT NULL,
    content text NOT NULL,
    spoiler_text text NOT NULL,
    detected_language text NOT NULL,
    provider text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (text_hash, target)
);

CREATE INDEX translation_created_at ON translation (created_at);

-- The posts that say what was translated; a translation that no post is left of goes.
CREATE TABLE translated_post (
    post_id bigint NOT NULL,
    text_hash bytea NOT NULL,
    target text NOT NULL,
    version bigint NOT NULL,
    PRIMARY KEY (post_id, text_hash, target),
    FOREIGN KEY (text_hash, target) REFERENCES translation ON DELETE CASCADE
);

CREATE INDEX translated_post_text ON translated_post (text_hash, target);

-- Posts edited or deleted of late, so that a translation under way meanwhile does not outlive its text.
CREATE TABLE changed_post (
    post_id bigint PRIMARY KEY,
    version bigint NOT NULL,
    -- null when nothing of the post may be kept any more
    text_hash bytea,
    changed_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX changed_post_changed_at ON changed_post (changed_at);

-- Who is asking the provider now; others wait for the result. A claim ends by itself should its owner die.
CREATE TABLE translation_claim (
    text_hash bytea NOT NULL,
    target text NOT NULL,
    owner uuid NOT NULL,
    until timestamptz NOT NULL,
    PRIMARY KEY (text_hash, target)
);

-- What was used up of a limit in a period: characters of a month, translations of a person and day.
CREATE TABLE allowance (
    name text NOT NULL,
    period date NOT NULL,
    used bigint NOT NULL,
    PRIMARY KEY (name, period)
);

CREATE INDEX allowance_period ON allowance (period);

-- The language pairs of a provider as it last told them.
CREATE TABLE provider_languages (
    provider text PRIMARY KEY,
    pairs jsonb NOT NULL,
    fetched_at timestamptz NOT NULL DEFAULT now()
);
