-- The hashtags that trend, those in :languages first, :limit of them after the first :offset, and whether :reader follows them.
-- Those about which nobody has decided are among them if :undecided.
SELECT t.hashtag, coalesce(d.display_name, t.name) AS name, t.history, EXISTS (
    SELECT FROM hashtag_follow f WHERE f.account_id = :reader AND f.hashtag = t.hashtag) AS following
FROM trend_tag t
LEFT JOIN hashtag_decision d ON d.hashtag = t.hashtag
WHERE coalesce(d.trendable, :undecided) AND d.usable IS NOT FALSE AND d.listable IS NOT FALSE
ORDER BY coalesce(t.language = ANY (:languages), false) DESC, t.score DESC, t.hashtag LIMIT :limit OFFSET :offset
