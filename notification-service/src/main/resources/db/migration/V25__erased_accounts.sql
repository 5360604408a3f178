-- What somebody has goes with their account.
CREATE INDEX announcement_dismissal_account ON announcement_dismissal (account_id);
CREATE INDEX announcement_reaction_account ON announcement_reaction (account_id);
CREATE INDEX suppression_account ON suppression (account_id) WHERE account_id IS NOT NULL;
