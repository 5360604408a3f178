-- What moderators did about accounts, as their owners are told it. Each is in a case; what was done without one is a case of its own.
CREATE TABLE strike (
    id           bigint PRIMARY KEY,
    target_id    bigint      NOT NULL REFERENCES account ON DELETE CASCADE,
    case_id      bigint      NOT NULL REFERENCES moderation_case ON DELETE CASCADE,
    moderator_id bigint      REFERENCES account ON DELETE SET NULL, -- null: whoever runs the server, by the command line
    action       text        NOT NULL,
    text         text        NOT NULL,
    rule_ids     bigint[]    NOT NULL DEFAULT '{}',
    created_at   timestamptz NOT NULL,
    ends_at      timestamptz, -- null: only when somebody lifts it
    lifted_at    timestamptz, -- null: in force
    lifting      text CHECK (lifting IN ('ended', 'undone', 'appealed')),
    appeal       text,
    appealed_at  timestamptz,
    appeal_state text CHECK (appeal_state IN ('pending', 'approved', 'rejected')),
    CHECK ((lifted_at IS NULL) = (lifting IS NULL)),
    CHECK ((appeal IS NULL) = (appeal_state IS NULL))
);
CREATE INDEX strike_target ON strike (target_id, id DESC);
CREATE INDEX strike_case ON strike (case_id, id DESC);
CREATE INDEX strike_moderator ON strike (moderator_id) WHERE moderator_id IS NOT NULL;
CREATE INDEX strike_end ON strike (ends_at) WHERE lifted_at IS NULL AND ends_at IS NOT NULL;
CREATE INDEX strike_appealed ON strike (case_id, id) WHERE appeal_state = 'pending';

-- What was done before. The words in the log were not meant for the owner where no mail was wished, so they stay there.
WITH done AS MATERIALIZED (
    SELECT e.id, e.target_id, e.actor_id, e.action, e.at, r.case_id
    FROM audit_entry e JOIN account a ON a.id = e.target_id LEFT JOIN report r ON r.id = e.object_id
    WHERE e.action IN ('WARN', 'SENSITIVE', 'SILENCE', 'DISABLE', 'SUSPEND')
), own_case AS (
    INSERT INTO moderation_case (id, target_id, settled_at, updated_at)
    SELECT id, target_id, at, at FROM done WHERE case_id IS NULL
)
INSERT INTO strike (id, target_id, case_id, moderator_id, action, text, created_at, lifted_at, lifting)
SELECT d.id, d.target_id, coalesce(d.case_id, d.id), m.id,
       CASE d.action WHEN 'WARN' THEN 'none' ELSE lower(d.action) END, '', d.at, l.at,
       CASE WHEN l.at IS NOT NULL THEN 'undone' END
FROM done d
LEFT JOIN account m ON m.id = d.actor_id
LEFT JOIN LATERAL (
    SELECT min(u.at) AS at FROM audit_entry u
    WHERE u.target_id = d.target_id AND u.id > d.id
        AND u.action = CASE d.action WHEN 'DISABLE' THEN 'ENABLE' ELSE 'UN' || d.action END) l ON true;

-- Whoever handles reports as the role was given to begin with decides about appeals, too.
UPDATE role SET permissions = permissions | 512 WHERE id = 1 AND permissions = 1308;

-- Letters are about a strike.
ALTER TABLE security_letter ADD COLUMN strike_id bigint REFERENCES strike ON DELETE CASCADE;
CREATE INDEX security_letter_strike ON security_letter (strike_id) WHERE strike_id IS NOT NULL;
