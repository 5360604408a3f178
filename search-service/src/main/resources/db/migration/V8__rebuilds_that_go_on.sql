-- A rebuild remembers how far it came, and the index that it replaces stays.
--
-- previous   served before, and can serve again
-- ordered    what an operator wants done: REBUILD or ROLL_BACK
-- copied_to  all rows up to this id are in the index that is being built
-- copied     rows so far
-- refused    documents among them that Elasticsearch can never index
ALTER TABLE search_index
    ADD COLUMN previous  text,
    ADD COLUMN ordered   text CHECK (ordered IN ('REBUILD', 'ROLL_BACK')),
    ADD COLUMN copied_to bigint NOT NULL DEFAULT -1,
    ADD COLUMN copied    bigint NOT NULL DEFAULT 0,
    ADD COLUMN refused   bigint NOT NULL DEFAULT 0;
