-- Whom moderation keeps from those who do not follow them, and whose posts all count as sensitive. The table is analyzed at
-- once: without numbers the planner takes half of the authors for limited.
ALTER TABLE author
    ADD COLUMN limited boolean NOT NULL DEFAULT false,
    ADD COLUMN sensitized boolean NOT NULL DEFAULT false;
CREATE INDEX author_limited ON author (id) WHERE limited;
ANALYZE author (limited);
