-- Whose pages may name this account as their author.
ALTER TABLE author ADD COLUMN attribution_domains text[] NOT NULL DEFAULT '{}';
