-- What was removed long ago is forgotten.
CREATE INDEX notification_removed ON notification (removed_at) WHERE removed_at IS NOT NULL;
