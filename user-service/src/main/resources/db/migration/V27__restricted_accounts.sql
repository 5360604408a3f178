-- Accounts that moderators have kept from those who do not follow them, and accounts whose posts all count as sensitive.
ALTER TABLE account
    ADD COLUMN limited boolean NOT NULL DEFAULT false,
    ADD COLUMN sensitized boolean NOT NULL DEFAULT false;
