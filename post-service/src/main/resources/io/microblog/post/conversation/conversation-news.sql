-- The conversations of the :listeners in which there is news, as each one sees them: the posts :ids of the people :actors, one
-- for one, without those of people of whom the listener wants nothing any more.
WITH held AS MATERIALIZED (
    SELECT x.owner_id, x.post_id, x.conversation_id
    FROM unnest(CAST(:ids AS bigint[]), CAST(:actors AS bigint[])) AS n (id, actor_id)
    JOIN conversation_post x ON x.post_id = n.id
    WHERE x.owner_id = ANY (CAST(:listeners AS bigint[]))
        AND NOT EXISTS (SELECT FROM unwanted_by(x.owner_id) w WHERE w.account_id = n.actor_id))
SELECT held.owner_id, held.post_id, c.id, c.last_post_id, c.unread, c.participants, c.shown_id
FROM held CROSS JOIN LATERAL (SELECT * FROM conversations_of(held.owner_id) c WHERE c.id = held.conversation_id) c
