-- Whom moderation keeps from those who do not follow them; copied to the posts, so that a row alone says what its document is.
ALTER TABLE account_document ADD COLUMN limited boolean NOT NULL DEFAULT false;
ALTER TABLE post_document ADD COLUMN author_limited boolean NOT NULL DEFAULT false;
CREATE INDEX post_document_author_limited ON post_document (author_id, author_limited, id);
