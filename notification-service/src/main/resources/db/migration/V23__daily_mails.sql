-- How many mails came to what end on days that are over, in UTC: deliveries themselves are forgotten after a month.
CREATE TABLE daily_mail (
    day   date   NOT NULL,
    state text   NOT NULL, -- SENT, FAILED
    mails bigint NOT NULL,
    PRIMARY KEY (day, state)
);
