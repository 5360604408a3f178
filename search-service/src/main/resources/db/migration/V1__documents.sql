-- One row per searchable thing: what its index document is made of. An index is built from these rows and nothing else.
--
-- version          of the owner's state (account or post), so that an old event never overwrites a newer one
-- doc_version      grows with every change of the document, in the same transaction; the index's external version
-- indexed_version  the doc_version that the index is known to hold; below doc_version the row is dirty

CREATE TABLE account_document (
    id              bigint  PRIMARY KEY,
    -- 0: a placeholder, made by a post that arrived before its author.
    version         bigint  NOT NULL DEFAULT 0,
    -- Null for placeholders and suspended accounts, which have no document.
    username        text,
    display_name    text    NOT NULL DEFAULT '',
    -- Whether strangers may find this account's posts. Unknown authors' posts wait.
    posts_findable  boolean NOT NULL DEFAULT false,
    doc_version     bigint  NOT NULL DEFAULT 0,
    indexed_version bigint  NOT NULL DEFAULT 0
);

CREATE INDEX account_document_dirty ON account_document (id) WHERE indexed_version < doc_version;

CREATE TABLE post_document (
    id              bigint  PRIMARY KEY,
    version         bigint  NOT NULL,
    author_id       bigint  NOT NULL REFERENCES account_document,
    -- The author's part: account_document.posts_findable, copied so that a row alone says what its document is.
    author_findable boolean NOT NULL,
    -- The post's part, null in an emptied row: of a deleted post, or of one that is not public, which is never kept here.
    text            text,
    language        text,
    hashtags        text[],
    created_at      timestamptz,
    -- When the row was emptied. It stays for a while, so that a late event cannot bring the post back.
    emptied_at      timestamptz,
    doc_version     bigint  NOT NULL,
    indexed_version bigint  NOT NULL,
    CHECK (emptied_at IS NOT NULL OR (text IS NOT NULL AND hashtags IS NOT NULL AND created_at IS NOT NULL))
);

CREATE INDEX post_document_author ON post_document (author_id);
CREATE INDEX post_document_dirty ON post_document (id) WHERE indexed_version < doc_version;
CREATE INDEX post_document_emptied ON post_document (emptied_at) WHERE emptied_at IS NOT NULL;

-- Which index serves a kind of documents, and which is being built to replace it: the indexer writes to both.
CREATE TABLE search_index (
    kind     text PRIMARY KEY,
    live     text,
    building text
);

INSERT INTO search_index (kind) VALUES ('posts'), ('accounts');
