-- Which of the lists :lists show news: the posts and boosts :ids of the people :actors, one for one.
SELECT n.id, l.id AS list_id, l.owner_id AS reader
FROM unnest(CAST(:ids AS bigint[]), CAST(:actors AS bigint[])) AS n (id, actor_id)
JOIN list_member member ON member.account_id = n.actor_id AND member.list_id = ANY (CAST(:lists AS bigint[]))
JOIN list l ON l.id = member.list_id
WHERE EXISTS (SELECT FROM fitting_list(l.owner_id, l.id, l.replies_policy) p
        JOIN members_shown(l.owner_id, l.id) m ON m.account_id = p.author_id
        WHERE p.id = n.id AND understood(m.languages, p.language))
    OR EXISTS (SELECT FROM boosts_of_list(l.owner_id, l.id, l.replies_policy) b WHERE b.id = n.id)
