-- Whom moderation keeps from those who do not follow them, and whose posts all count as sensitive.
ALTER TABLE author
    ADD COLUMN limited boolean NOT NULL DEFAULT false,
    ADD COLUMN sensitized boolean NOT NULL DEFAULT false;
CREATE INDEX author_limited ON author (id) WHERE limited;

-- Without numbers the planner takes half of the authors for limited. An empty table is left as it is: it will not stay small.
DO $$
BEGIN
    IF EXISTS (SELECT FROM author) THEN
        ANALYZE author (limited);
    END IF;
END
$$;
