-- The options that an earlier version asked about; null without a poll.
ALTER TABLE post_revision ADD COLUMN poll text[];
