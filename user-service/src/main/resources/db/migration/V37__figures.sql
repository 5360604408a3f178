-- On which days people used the server, in UTC. It begins with what is known: the first day of each, and the last.
CREATE TABLE active_day (
    day        date   NOT NULL,
    account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
    PRIMARY KEY (day, account_id)
);
-- For those who came in some days, on which others they were here.
CREATE INDEX active_day_account ON active_day (account_id, day);
INSERT INTO active_day (day, account_id)
    SELECT active_on, account_id FROM login
    UNION SELECT (created_at AT TIME ZONE 'UTC')::date, id FROM account;

-- Who came in some days, and what was settled in them. Reports are found by their ids, which begin with the time.
CREATE INDEX account_created ON account (created_at);
CREATE INDEX moderation_case_settled ON moderation_case (settled_at) WHERE settled_at IS NOT NULL;

-- By which app somebody signed up; null in a browser. Of those from before it is the app that had a token for the account
-- before it was opened.
ALTER TABLE sign_up ADD COLUMN app text;
ALTER TABLE login ADD COLUMN app text;
UPDATE login l SET app = first.name FROM (
    SELECT DISTINCT ON (z.account_id) z.account_id, o.name
    FROM oauth_authorization z JOIN account a ON a.id = z.account_id JOIN oauth_app o ON o.id = z.app_id
    WHERE z.created_at < a.created_at ORDER BY z.account_id, z.created_at) first
WHERE first.account_id = l.account_id;
