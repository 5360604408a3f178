-- Posts that are not public are kept too, for those who may find them.
--
-- open     whether everybody may find it, if its author agrees to be found
-- readers  its author, and the people named in it
-- around   what hangs on it in words: options of its poll, descriptions of its media
-- traits   what it has and is, for operators
ALTER TABLE post_document
    ADD COLUMN open    boolean  NOT NULL DEFAULT true,
    ADD COLUMN readers bigint[] NOT NULL DEFAULT '{}',
    ADD COLUMN around  text     NOT NULL DEFAULT '',
    ADD COLUMN traits  text[]   NOT NULL DEFAULT '{}';

-- The consumer has a new name and reads its topic again: only the last event of each post is newer than its row now.
UPDATE post_document SET version = version - 1, readers = ARRAY[author_id];
