-- What went on here, week by week.
CREATE TABLE weekly_activity (
    week          date PRIMARY KEY, -- its Monday
    statuses      bigint NOT NULL DEFAULT 0,
    logins        bigint NOT NULL DEFAULT 0, -- people who used the server
    registrations bigint NOT NULL DEFAULT 0
);
INSERT INTO weekly_activity (week, registrations)
    SELECT date_trunc('week', created_at AT TIME ZONE 'UTC')::date, count(*) FROM account GROUP BY 1;
