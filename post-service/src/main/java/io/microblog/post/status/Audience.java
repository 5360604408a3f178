package io.microblog.post.status;

/** Queries for one reader, asked for many. */
public final class Audience {

    private Audience() {}

    /** A query in which {@code :reader} is whom an SQL expression names: of each reader of a query around it. */
    public static String asOf(String reader, String query) {
        return query.replaceAll(":reader\\b", reader);
    }
}
