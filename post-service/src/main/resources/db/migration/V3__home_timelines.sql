-- Home timelines, filled by fan-out. author_id is whose post it is, so that an unfollow finds its entries.
CREATE TABLE home_timeline (
    owner_id  bigint NOT NULL,
    post_id   bigint NOT NULL,
    author_id bigint NOT NULL,
    PRIMARY KEY (owner_id, post_id)
) PARTITION BY HASH (owner_id);

DO $$
BEGIN
    FOR part IN 0..15 LOOP
        EXECUTE format(
            'CREATE TABLE home_timeline_%s PARTITION OF home_timeline FOR VALUES WITH (MODULUS 16, REMAINDER %s)',
            part, part);
    END LOOP;
END $$;

-- Posts that have been delivered to their followers, so that a replayed event does not do it again.
CREATE TABLE fan_out (
    post_id bigint PRIMARY KEY
);
