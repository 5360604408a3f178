package io.microblog.post.news;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Somebody gets one piece of news.
 *
 * @param id of the post or boost
 * @param readerId who
 */
public record Hearing(long id, long readerId) {

    /** A row of the columns {@code id} and {@code reader}. */
    public static Hearing of(ResultSet row, int number) throws SQLException {
        return new Hearing(row.getLong("id"), row.getLong("reader"));
    }
}
