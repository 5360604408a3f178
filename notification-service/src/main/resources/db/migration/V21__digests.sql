-- When people want their digests, by the clock of their own time zone.
CREATE TABLE digest_time (
    account_id bigint   PRIMARY KEY,
    hour       smallint NOT NULL,
    weekday    text     NOT NULL -- of weekly ones
);
