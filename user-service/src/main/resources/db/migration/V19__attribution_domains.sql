-- Whose pages may name this account as their author, with all domains below them.
ALTER TABLE account ADD COLUMN attribution_domains text[] NOT NULL DEFAULT '{}';
