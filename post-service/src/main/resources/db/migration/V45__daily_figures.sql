-- How much there was on days that are over, in UTC, as it stood in the night after: those who look after the server read
-- this, and of the posts themselves only the ranges of ids of the last days.
CREATE TABLE daily_figure (
    figure text   NOT NULL, -- POSTS, INTERACTIONS, LANGUAGES, and MEDIA: bytes at the last look on that day
    day    date   NOT NULL,
    item   text   NOT NULL, -- of languages which one
    value  bigint NOT NULL,
    PRIMARY KEY (figure, day, item)
);
