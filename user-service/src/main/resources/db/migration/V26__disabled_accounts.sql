-- Accounts that their owners cannot use until they are enabled again; what they wrote stays.
ALTER TABLE account ADD COLUMN disabled boolean NOT NULL DEFAULT false;
