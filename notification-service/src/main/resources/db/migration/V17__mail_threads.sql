-- The post that began the thread of the post that the mail is about: mail programs show the mails of a thread together.
ALTER TABLE delivery ADD COLUMN thread_id bigint;
