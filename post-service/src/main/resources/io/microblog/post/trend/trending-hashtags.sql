-- The hashtags that trend, those in :languages first, :limit of them after the first :offset, and whether :reader follows them.
SELECT t.hashtag, t.name, t.history, EXISTS (
    SELECT FROM hashtag_follow f WHERE f.account_id = :reader AND f.hashtag = t.hashtag) AS following
FROM trend_tag t
ORDER BY coalesce(t.language = ANY (:languages), false) DESC, t.score DESC, t.hashtag LIMIT :limit OFFSET :offset
