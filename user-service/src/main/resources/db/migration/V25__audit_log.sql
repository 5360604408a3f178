-- What people with rights have done. It only grows: nobody changes an entry or takes it away, not even this service.
CREATE TABLE audit_entry (
    id        bigint PRIMARY KEY,
    actor_id  bigint, -- null: whoever runs the server, by the command line
    action    text        NOT NULL,
    target_id bigint, -- the account that it was done to
    object_id bigint, -- the report, role or rule that it is about
    text      text        NOT NULL DEFAULT '',
    at        timestamptz NOT NULL
);
CREATE INDEX audit_entry_target ON audit_entry (target_id, id DESC) WHERE target_id IS NOT NULL;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit log only grows' USING ERRCODE = 'insufficient_privilege';
END
$$;

-- The service owns its tables, so it could give itself the rights back that are taken here; the triggers hold all the same.
CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_log_stays BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM PUBLIC, CURRENT_USER;
