-- The public side of a person. A row exists only once the e-mail address is confirmed.
CREATE TABLE account (
    id            bigint PRIMARY KEY,
    version       bigint      NOT NULL, -- of the account's events; counters never bump it
    username      text        NOT NULL,
    display_name  text        NOT NULL DEFAULT '',
    note          text        NOT NULL DEFAULT '', -- as the person typed it
    note_html     text        NOT NULL DEFAULT '',
    fields        jsonb       NOT NULL DEFAULT '[]',
    locked        boolean     NOT NULL DEFAULT false,
    bot           boolean     NOT NULL DEFAULT false,
    discoverable  boolean     NOT NULL DEFAULT true,
    indexable     boolean     NOT NULL DEFAULT true,
    suspended     boolean     NOT NULL DEFAULT false,
    role          text        NOT NULL DEFAULT 'USER',
    visibility    text        NOT NULL DEFAULT 'PUBLIC', -- what new posts get
    sensitive     boolean     NOT NULL DEFAULT false,
    language      text,
    created_at    timestamptz NOT NULL
);
CREATE UNIQUE INDEX account_username ON account (lower(username));

-- The private side: how the person signs in and is reached. The address never leaves this database by an event.
CREATE TABLE login (
    account_id    bigint PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    version       bigint      NOT NULL, -- of the contact's events
    email         text        NOT NULL, -- lower case
    password_hash text        NOT NULL,
    locale        text        NOT NULL,
    time_zone     text        NOT NULL,
    active_on     date        NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')::date, -- the last day with a credential in use
    confirmed_at  timestamptz
);
CREATE UNIQUE INDEX login_email ON login (email);
CREATE INDEX login_active_on ON login (active_on);

-- Somebody asked for an account and has not yet proved the address. Reserves neither name nor address.
CREATE TABLE sign_up (
    account_id      bigint PRIMARY KEY, -- the account's id once it is confirmed
    username        text        NOT NULL,
    email           text        NOT NULL,
    password_hash   text        NOT NULL,
    locale          text        NOT NULL,
    time_zone       text        NOT NULL,
    confirmation_id uuid,                 -- the event that asks for the mail; null where the address has an account
    expires_at      timestamptz NOT NULL
);
CREATE UNIQUE INDEX sign_up_confirmation ON sign_up (confirmation_id);
CREATE INDEX sign_up_email ON sign_up (email);
CREATE INDEX sign_up_expiry ON sign_up (expires_at);

-- Counters of an account, apart from it because they change far more often.
CREATE TABLE account_stats (
    account_id      bigint PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    followers_count bigint NOT NULL DEFAULT 0,
    following_count bigint NOT NULL DEFAULT 0,
    requests_count  bigint NOT NULL DEFAULT 0
);

-- One row a post that counts: the natural key that keeps a replay from counting twice.
CREATE TABLE counted_post (
    post_id bigint PRIMARY KEY,
    deleted boolean NOT NULL
);

-- Kept apart from the account: a post may be heard of before its author is looked at.
CREATE TABLE post_stats (
    author_id      bigint PRIMARY KEY,
    statuses_count bigint NOT NULL DEFAULT 0,
    last_status_at timestamptz
);

-- Attempts against a limit since a subject's first one, until the window ends. The subject is hashed: no address or name is readable here.
CREATE TABLE attempt (
    name       text        NOT NULL,
    subject    text        NOT NULL,
    window_end timestamptz NOT NULL,
    count      int         NOT NULL,
    PRIMARY KEY (name, subject)
);
CREATE INDEX attempt_window_end ON attempt (window_end);
