-- Whom moderation keeps from those who do not follow them.
ALTER TABLE account ADD COLUMN limited boolean NOT NULL DEFAULT false;

-- Nobody was limited before, so nobody has decided yet to hear of such people: their notifications are set apart.
UPDATE notification_policy SET limited_accounts = 'FILTER' WHERE limited_accounts = 'ACCEPT';
