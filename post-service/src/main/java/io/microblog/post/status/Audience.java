package io.microblog.post.status;

/**
 * Conditions on people, by the functions of {@code R__visibility.sql}, which say who may see what. Every query that shows
 * posts reads them from {@code seen_by(:reader)}.
 */
public final class Audience {

    /** Whether {@code :reader} wants to come across the author of {@code p}. */
    public static final String WANTS = wants("p.author_id");

    /** Whether {@code :reader} comes across the author of {@code p} without looking for them. */
    public static final String FINDS =
            "NOT EXISTS (SELECT FROM kept_from(:reader) k WHERE k.account_id = p.author_id) AND " + WANTS;

    private Audience() {}

    /** Whether {@code :reader} neither blocks nor mutes the person that an SQL expression names. */
    public static String wants(String person) {
        return "NOT EXISTS (SELECT FROM unwanted_by(:reader) w WHERE w.account_id = %s)".formatted(person);
    }

    /** Whether {@code :reader} may come across the person that an SQL expression names: neither shuns the other. */
    public static String meets(String person) {
        return "NOT EXISTS (SELECT FROM shunning(:reader) s WHERE s.account_id = %s) AND %s"
                .formatted(person, wants(person));
    }

    /** A query in which {@code :reader} is whom an SQL expression names: of each reader of a query around it. */
    public static String asOf(String reader, String query) {
        return query.replaceAll(":reader\\b", reader);
    }
}
