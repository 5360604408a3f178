-- Who has let notifications in that were set apart: those who listen are told. Rows are forgotten after a while.
CREATE TABLE merge (
    id         bigint PRIMARY KEY,
    account_id bigint NOT NULL
);
