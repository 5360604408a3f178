package io.microblog.post.tag;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All hashtags that public posts have or that somebody has decided about, in descending order. The index is read from one
 * hashtag to the next, so that a page costs as much as it is long, however many posts there are.
 */
@Component
public class TagPages {

    private final JdbcClient jdbc;

    TagPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which part: as {@link io.microblog.kit.web.Page}, by keys.
     *
     * @param maxId only those below
     * @param sinceId only those above, the last of all
     * @param minId only those above, the first of them
     * @param limit at most so many
     */
    public record Part(
            @Nullable String maxId,
            @Nullable String sinceId,
            @Nullable String minId,
            int limit) {

        private @Nullable String above() {
            return minId == null ? sinceId : minId;
        }

        private String bounds() {
            return (maxId == null ? "" : " AND h.hashtag < :below")
                    + (above() == null ? "" : " AND h.hashtag > :above");
        }
    }

    /** The keys of a part. */
    public List<String> page(Part part) {
        boolean upwards = part.minId() != null;
        String first = next(upwards, part.bounds());
        String following = next(upwards, part.bounds() + " AND h.hashtag %s found.key".formatted(upwards ? ">" : "<"));
        var query = jdbc.sql("""
                WITH RECURSIVE found (key) AS (
                    SELECT %s
                    UNION ALL
                    SELECT %s FROM found WHERE found.key IS NOT NULL)
                SELECT key FROM found WHERE key IS NOT NULL LIMIT :limit
                """.formatted(first, following)).param("limit", part.limit());
        if (part.maxId() != null) {
            query = query.param("below", part.maxId());
        }
        if (part.above() != null) {
            query = query.param("above", part.above());
        }
        List<String> keys = query.query((row, number) -> row.getString(1)).list();
        return upwards ? keys.reversed() : keys;
    }

    private static String next(boolean upwards, String bounds) {
        return """
                %1$s((SELECT h.hashtag FROM post_hashtag h WHERE true%3$s ORDER BY h.hashtag %2$s LIMIT 1),
                    (SELECT h.hashtag FROM hashtag_decision h WHERE true%3$s ORDER BY h.hashtag %2$s LIMIT 1))
                """.formatted(upwards ? "LEAST" : "GREATEST", upwards ? "ASC" : "DESC", bounds);
    }
}
