-- Keys of images in the store; null for the default ones.
ALTER TABLE account ADD COLUMN avatar text;
ALTER TABLE account ADD COLUMN header text;
