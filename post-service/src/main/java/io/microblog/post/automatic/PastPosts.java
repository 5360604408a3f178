package io.microblog.post.automatic;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import io.microblog.event.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Posts as rules would have looked at them when they were published, with what they say by now. */
@Component
class PastPosts {

    private final JdbcClient jdbc;

    PastPosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first posts after one and below another. */
    List<JudgedPost> between(long after, long below, int limit) {
        return jdbc.sql("""
                SELECT p.id, p.author_id, coalesce(p.held_for, p.visibility) AS visibility, p.content, p.text,
                    p.spoiler_text, p.language, p.mentions, poll.options
                FROM post p LEFT JOIN poll ON poll.post_id = p.id
                WHERE p.id > :after AND p.id < :below ORDER BY p.id LIMIT :limit
                """)
                .param("after", after)
                .param("below", below)
                .param("limit", limit)
                .query(PastPosts::map)
                .list();
    }

    /** How many there are. */
    long count(long after, long below) {
        return jdbc.sql("SELECT count(*) FROM post WHERE id > :after AND id < :below")
                .param("after", after)
                .param("below", below)
                .query(Long.class)
                .single();
    }

    private static JudgedPost map(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        Array options = row.getArray("options");
        return new JudgedPost(
                id,
                id,
                row.getLong("author_id"),
                Visibility.valueOf(row.getString("visibility")),
                new JudgedPost.Said(
                        row.getString("content"),
                        row.getString("text"),
                        row.getString("spoiler_text"),
                        options == null ? List.of() : List.of((String[]) options.getArray()),
                        row.getString("language"),
                        List.of((Long[]) row.getArray("mentions").getArray())));
    }
}
