-- Direct posts as each of the people in them sees them: a thread among the same people is a conversation.
CREATE TABLE conversation (
    id            bigint PRIMARY KEY,
    owner_id      bigint   NOT NULL, -- whose it is: everybody has a row of their own
    thread_id     bigint   NOT NULL,
    participants  bigint[] NOT NULL, -- the others in the order of their ids; nobody in notes to oneself
    last_post_id  bigint,            -- null while the owner has removed all there is
    removed_up_to bigint   NOT NULL DEFAULT 0,
    unread        boolean  NOT NULL
);

-- By a hash, because an index cannot hold an array of hundreds of people.
CREATE UNIQUE INDEX conversation_among ON conversation (owner_id, thread_id, hash_array_extended(participants, 0));
CREATE INDEX conversation_by_owner ON conversation (owner_id, last_post_id DESC) WHERE last_post_id IS NOT NULL;

CREATE TABLE conversation_post (
    owner_id        bigint NOT NULL,
    post_id         bigint NOT NULL,
    conversation_id bigint NOT NULL,
    PRIMARY KEY (owner_id, post_id)
);

CREATE INDEX conversation_post_in_order ON conversation_post (conversation_id, post_id);
CREATE INDEX conversation_post_of_post ON conversation_post (post_id);

-- What there is already. Ids that are made later are far above these.
WITH member AS (
    SELECT p.id AS post_id, p.thread_id, p.author_id, person.id AS owner_id, (
        SELECT coalesce(array_agg(DISTINCT other.id ORDER BY other.id), '{}')
        FROM unnest(p.mentions || p.author_id) AS other (id) WHERE other.id <> person.id) AS participants
    FROM post p CROSS JOIN LATERAL (SELECT DISTINCT unnest(p.mentions || p.author_id) AS id) AS person
    WHERE p.visibility = 'DIRECT'),
kept AS (
    INSERT INTO conversation (id, owner_id, thread_id, participants, last_post_id, unread)
    SELECT row_number() OVER (), owner_id, thread_id, participants, max(post_id), false
    FROM member GROUP BY owner_id, thread_id, participants
    RETURNING id, owner_id, thread_id, participants)
INSERT INTO conversation_post (owner_id, post_id, conversation_id)
SELECT m.owner_id, m.post_id, k.id FROM member m JOIN kept k USING (owner_id, thread_id, participants);
