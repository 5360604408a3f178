-- Thread mutes are told to others: each change has a version that never restarts.
CREATE SEQUENCE thread_mute_version;

-- Those from before it are told now.
INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, headers, created_at)
SELECT gen_random_uuid(), 'post.reader.v1', account_id || ':' || thread_id, 'ThreadMuted',
    json_build_object('mute', json_build_object('accountId', account_id::text, 'threadId', thread_id::text,
        'version', nextval('thread_mute_version'), 'muted', true))::text,
    '{}', now()
FROM thread_mute;
