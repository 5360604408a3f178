-- Partitions of topics that were read from their start into this database. Offsets are kept at the broker and so outlive
-- a database that is lost: without a row here they are not believed.
CREATE TABLE read_partition (
    consumer_group text NOT NULL,
    topic          text NOT NULL,
    partition      int  NOT NULL,
    PRIMARY KEY (consumer_group, topic, partition)
);

-- A database that is in use already has read them; more than there are do no harm.
INSERT INTO read_partition
SELECT g.name, t.topic, p
FROM (VALUES ('search-service.accounts', 'user.account.v1'),
             ('search-service.relationships', 'user.relationship.v1'),
             ('search-service.post-documents', 'post.post.v1'),
             ('search-service.engagement', 'post.engagement.v1')) AS g (name, source)
    CROSS JOIN LATERAL (VALUES (g.source), (g.name || '.replay')) AS t (topic)
    CROSS JOIN generate_series(0, 99) AS p
WHERE EXISTS (SELECT FROM account_document);
