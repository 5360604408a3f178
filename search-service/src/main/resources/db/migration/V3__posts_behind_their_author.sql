-- Finds the posts that an author's change has not reached yet, however many it has.
CREATE INDEX post_document_author_findable ON post_document (author_id, author_findable, id);
DROP INDEX post_document_author;
