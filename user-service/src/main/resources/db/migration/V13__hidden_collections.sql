-- Whether nobody else sees whom the account follows and who follows it.
ALTER TABLE account ADD COLUMN hide_collections boolean NOT NULL DEFAULT false;
