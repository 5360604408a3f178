-- A page of the people on the list :list, who came last first: at most :limit with the ids of their membership, below :below and
-- above :above.
SELECT m.id, m.account_id FROM list_member m JOIN author a ON a.id = m.account_id
WHERE m.list_id = :list AND NOT a.suspended AND m.id < :below AND m.id > :above
ORDER BY m.id DESC LIMIT :limit
