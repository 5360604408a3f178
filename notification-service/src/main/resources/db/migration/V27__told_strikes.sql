-- A warning tells of a strike that user-service keeps, and once an appeal against it is decided, of that.
ALTER TABLE warning
    ADD COLUMN strike_id    bigint,
    ADD COLUMN appeal       text,
    ADD COLUMN appeal_state text;
UPDATE warning SET strike_id = id;
ALTER TABLE warning ALTER COLUMN strike_id SET NOT NULL;
