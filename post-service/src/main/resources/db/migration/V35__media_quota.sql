-- What the files of an image weigh, for the limit of its owner. Images from before weigh nothing: their files would have
-- to be asked for one by one.
ALTER TABLE media ADD COLUMN bytes bigint NOT NULL DEFAULT 0;

CREATE INDEX media_by_owner ON media (owner_id) INCLUDE (bytes);
