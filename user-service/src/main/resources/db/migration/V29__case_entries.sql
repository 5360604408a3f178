-- Somebody whom a case is about has said something that no moderator has answered.
ALTER TABLE moderation_case ADD COLUMN waiting boolean NOT NULL DEFAULT false;
CREATE INDEX moderation_case_due ON moderation_case (id DESC) WHERE settled_at IS NULL OR waiting;
DROP INDEX moderation_case_target;
CREATE INDEX moderation_case_target ON moderation_case (target_id, id DESC);

-- What moderators tell each other about somebody. Nobody else reads it.
CREATE TABLE case_note (
    id         bigint PRIMARY KEY,
    target_id  bigint      NOT NULL REFERENCES account ON DELETE CASCADE,
    case_id    bigint      REFERENCES moderation_case ON DELETE CASCADE,
    author_id  bigint      REFERENCES account ON DELETE SET NULL,
    text       text        NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX case_note_target ON case_note (target_id, id DESC);
CREATE INDEX case_note_case ON case_note (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX case_note_author ON case_note (author_id) WHERE author_id IS NOT NULL;

-- What moderators and the person whom a case is about write to each other.
CREATE TABLE case_message (
    id          bigint PRIMARY KEY,
    case_id     bigint      NOT NULL REFERENCES moderation_case ON DELETE CASCADE,
    author_id   bigint      REFERENCES account ON DELETE SET NULL,
    by_moderator boolean   NOT NULL,
    text        text        NOT NULL,
    created_at  timestamptz NOT NULL
);
CREATE INDEX case_message_case ON case_message (case_id, id DESC);
CREATE INDEX case_message_author ON case_message (author_id) WHERE author_id IS NOT NULL;
