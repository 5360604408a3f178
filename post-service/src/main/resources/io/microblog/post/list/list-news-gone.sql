-- Which of the lists :lists may have shown what is gone: posts and boosts :ids of the people :actors with the visibilities
-- :audiences, one for one.
SELECT n.id, l.id AS list_id, l.owner_id AS reader
FROM unnest(CAST(:ids AS bigint[]), CAST(:actors AS bigint[]), CAST(:audiences AS text[])) AS n (id, actor_id, visibility)
JOIN list_member member ON member.account_id = n.actor_id AND member.list_id = ANY (CAST(:lists AS bigint[]))
JOIN list l ON l.id = member.list_id
WHERE n.visibility <> 'DIRECT'
    AND NOT EXISTS (SELECT FROM shunning(l.owner_id) s WHERE s.account_id = n.actor_id)
    AND NOT EXISTS (SELECT FROM unwanted_by(l.owner_id) w WHERE w.account_id = n.actor_id)
    AND (n.actor_id = l.owner_id
        OR EXISTS (SELECT FROM relationship r WHERE r.from_id = l.owner_id AND r.to_id = n.actor_id AND r.following))
