CREATE TABLE seen_version (id bigint PRIMARY KEY, version bigint NOT NULL);
CREATE TABLE seen_effect (id uuid PRIMARY KEY);
