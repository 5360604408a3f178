ALTER TABLE post
    ADD COLUMN hashtags_as_written text[],                          -- one for each of hashtags; null for older posts
    ADD COLUMN language_chosen     boolean NOT NULL DEFAULT true,   -- rather than told from the text
    ADD COLUMN app_name            text,                            -- what it was written with
    ADD COLUMN app_website         text;

ALTER TABLE hashtag_follow ADD COLUMN as_written text;

-- Hashtags are equal without case in every language's sense: ß is ss, and all kinds of i are one.
CREATE FUNCTION refolded(hashtag text) RETURNS text IMMUTABLE LANGUAGE sql
    RETURN replace(replace(replace(hashtag, 'ß', 'ss'), U&'i\0307', 'i'), 'ı', 'i');

UPDATE post SET hashtags = (
    SELECT array_agg(DISTINCT refolded(hashtag)) FROM unnest(hashtags) AS hashtag)
WHERE array_to_string(hashtags, ' ') ~ U&'ß|i\0307|ı';

INSERT INTO post_hashtag (hashtag, post_id, has_media)
    SELECT refolded(hashtag), post_id, has_media FROM post_hashtag WHERE refolded(hashtag) <> hashtag
    ON CONFLICT DO NOTHING;
DELETE FROM post_hashtag WHERE refolded(hashtag) <> hashtag;

INSERT INTO hashtag_follow (id, account_id, hashtag)
    SELECT id, account_id, folded FROM (
        SELECT DISTINCT ON (account_id, refolded(hashtag)) -id AS id, account_id, refolded(hashtag) AS folded
        FROM hashtag_follow WHERE refolded(hashtag) <> hashtag) AS follow
    ON CONFLICT (account_id, hashtag) DO NOTHING;
DELETE FROM hashtag_follow WHERE refolded(hashtag) <> hashtag;
UPDATE hashtag_follow SET id = -id WHERE id < 0;

DROP FUNCTION refolded(text);
