-- Why a scheduled post was not published, for programs; what was refused before has no code.
ALTER TABLE draft ADD COLUMN reason_code text;
