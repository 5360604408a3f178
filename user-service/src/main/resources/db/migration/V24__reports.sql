-- All that is reported of one person until it is settled.
CREATE TABLE moderation_case (
    id          bigint PRIMARY KEY,
    target_id   bigint      NOT NULL REFERENCES account ON DELETE CASCADE,
    assigned_id bigint      REFERENCES account ON DELETE SET NULL,
    settled_at  timestamptz,
    settled_by  bigint      REFERENCES account ON DELETE SET NULL,
    updated_at  timestamptz NOT NULL
);
CREATE UNIQUE INDEX moderation_case_open ON moderation_case (target_id) WHERE settled_at IS NULL;
CREATE INDEX moderation_case_target ON moderation_case (target_id);
CREATE INDEX moderation_case_assigned ON moderation_case (assigned_id) WHERE assigned_id IS NOT NULL;
CREATE INDEX moderation_case_settled_by ON moderation_case (settled_by) WHERE settled_by IS NOT NULL;

CREATE TABLE report (
    id          bigint PRIMARY KEY,
    case_id     bigint      NOT NULL REFERENCES moderation_case ON DELETE CASCADE,
    reporter_id bigint      NOT NULL REFERENCES account ON DELETE CASCADE,
    category    text        NOT NULL CHECK (category IN ('spam', 'legal', 'violation', 'other')),
    comment     text        NOT NULL,
    rule_ids    bigint[]    NOT NULL,
    created_at  timestamptz NOT NULL
);
CREATE INDEX report_case ON report (case_id, id DESC);
CREATE INDEX report_reporter ON report (reporter_id, id DESC);

-- The evidence: a post as the reporter saw it, whatever becomes of it.
CREATE TABLE reported_post (
    report_id bigint NOT NULL REFERENCES report ON DELETE CASCADE,
    post_id   bigint NOT NULL,
    status    jsonb  NOT NULL,
    PRIMARY KEY (report_id, post_id)
);
