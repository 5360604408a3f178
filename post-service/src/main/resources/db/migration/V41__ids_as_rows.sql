-- Some ids as rows. The planner counts on one, however many it is given: a plan of its own for each call would seem cheaper
-- than one for all wherever a call has fewer ids than the ten that unnest() stands for, and to plan the reading of posts takes
-- ten times as long as to read one. VOLATILE keeps it from being put into the query, where it would be unnest() again.
CREATE FUNCTION each_of(ids bigint[]) RETURNS TABLE (id bigint) LANGUAGE sql VOLATILE ROWS 1 AS $$
    SELECT unnest(ids)
$$;
