-- What the mail would tell of is over: it is not tried again.
ALTER TABLE delivery ADD COLUMN withdrawn boolean NOT NULL DEFAULT false;
