-- A page of the people who boosted the post :post and whom :reader may come across, newest boost first: at most :limit with the ids
-- of these, below :below and above :above.
--
-- Who boosts for followers only is known to them alone.
SELECT x.id, x.account_id AS of FROM boost x JOIN author a ON a.id = x.account_id
WHERE x.post_id = :post AND NOT a.suspended AND x.visibility <> 'PRIVATE'
    AND NOT EXISTS (SELECT FROM shunning(:reader) s WHERE s.account_id = x.account_id)
    AND NOT EXISTS (SELECT FROM unwanted_by(:reader) w WHERE w.account_id = x.account_id)
    AND x.id < :below AND x.id > :above
ORDER BY x.id DESC LIMIT :limit
