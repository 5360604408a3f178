-- Accounts that stopped asking for consent, until nobody waits for it any more.
CREATE TABLE unlocked_account (
    account_id bigint PRIMARY KEY REFERENCES account ON DELETE CASCADE
);
