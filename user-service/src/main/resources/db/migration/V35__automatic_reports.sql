-- Rules report by themselves; nobody is their reporter.
ALTER TABLE report
    ALTER COLUMN reporter_id DROP NOT NULL,
    ADD COLUMN automatic_rule_id bigint,
    ADD CONSTRAINT report_by_somebody CHECK (reporter_id IS NOT NULL OR automatic_rule_id IS NOT NULL);

-- What post-service told of that is done here once, however often it is told.
CREATE TABLE heard_event (
    id uuid PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX heard_event_age ON heard_event (at);
