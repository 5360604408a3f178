-- The posts that trend, those in :languages first, :limit of them after the first :offset, as far as :reader may see them and
-- wants to. Those about which nobody has decided are among them if :undecided. They are put in order before they are looked
-- up, so that no more are looked up than are shown.
SELECT p.id FROM (
    SELECT post_id, coalesce(language = ANY (:languages), false) AS wanted, score
    FROM trend_post LEFT JOIN trend_decision d USING (post_id)
    WHERE coalesce(d.approved, :undecided)
    ORDER BY wanted DESC, score DESC, post_id DESC) t
JOIN seen_by(:reader) p ON p.id = t.post_id
JOIN author a ON a.id = p.author_id
WHERE p.visibility = 'PUBLIC' AND NOT p.sensitive AND p.spoiler_text = '' AND a.discoverable
    AND NOT a.sensitized
    AND NOT EXISTS (SELECT FROM unwanted_by(:reader) w WHERE w.account_id = p.author_id)
    AND NOT EXISTS (SELECT FROM kept_from(:reader) k WHERE k.account_id = p.author_id)
ORDER BY t.wanted DESC, t.score DESC, t.post_id DESC LIMIT :limit OFFSET :offset
