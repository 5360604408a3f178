-- How people want to hear of each kind of news by mail. Without a row it is as it is for everybody who has not decided.
CREATE TABLE mail_choice (
    account_id bigint      NOT NULL,
    kind       text        NOT NULL,
    mode       text        NOT NULL, -- AT_ONCE or NEVER
    changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account_id, kind)
);

-- What was switched off stays so. Mails of those who ask to follow went with those of followers.
INSERT INTO mail_choice (account_id, kind, mode, changed_at)
    SELECT account_id, kind, 'NEVER', stopped_at FROM stopped_mail
    UNION ALL SELECT account_id, 'follow_request', 'NEVER', stopped_at FROM stopped_mail WHERE kind = 'follow';
DROP TABLE stopped_mail;

-- When people want no mail of news, by the clock of their own time zone.
CREATE TABLE quiet_hours (
    account_id bigint PRIMARY KEY,
    from_time  time   NOT NULL,
    to_time    time   NOT NULL
);

ALTER TABLE delivery
    ADD COLUMN notification_id bigint,      -- what it tells of, as long as that is news to the recipient
    ADD COLUMN ripe_at         timestamptz, -- held back until then; meanwhile others of its kind join it
    ADD COLUMN lead_id         bigint;      -- the mail that tells of it, where that is another one
CREATE INDEX delivery_joining ON delivery (recipient_id, template) WHERE state = 'WAITING' AND ripe_at IS NOT NULL;
