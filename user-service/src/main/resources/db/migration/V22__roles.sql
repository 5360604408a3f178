-- What people may do beyond their own account. Nobody acts on somebody of the same or a higher place.
CREATE TABLE role (
    id          bigint PRIMARY KEY,
    name        text        NOT NULL,
    color       text        NOT NULL DEFAULT '', -- as #rrggbb
    permissions bigint      NOT NULL, -- the flags of the API's Role
    position    int         NOT NULL,
    highlighted boolean     NOT NULL, -- shown beside the name
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX role_name ON role (lower(name));

-- Moderators: audit log, dashboard, reports, hashtags, people. Administrators: all but the machinery and everything.
INSERT INTO role (id, name, permissions, position, highlighted) VALUES
    (1, 'Moderator', 1308, 10, true),
    (2, 'Admin', 1048572, 100, true),
    (3, 'Owner', 1, 1000, true);

ALTER TABLE account ADD COLUMN role_id bigint REFERENCES role;
UPDATE account SET role_id = CASE role WHEN 'MODERATOR' THEN 1 WHEN 'ADMIN' THEN 2 WHEN 'OWNER' THEN 3 END
    WHERE role <> 'USER';
ALTER TABLE account DROP COLUMN role;

CREATE INDEX account_role ON account (role_id) WHERE role_id IS NOT NULL;
