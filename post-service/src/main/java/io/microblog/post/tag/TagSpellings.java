package io.microblog.post.tag;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How hashtags are written: as moderators decided, else as most of the newest posts do. */
@Component
public class TagSpellings {

    /** How many posts are asked for each. */
    private static final int POSTS = 20;

    private static final String USUAL = """
            SELECT w.hashtag, coalesce(d.display_name, u.written) AS written
            FROM unnest(CAST(:hashtags AS text[])) AS w (hashtag)
            LEFT JOIN hashtag_decision d ON d.hashtag = w.hashtag
            CROSS JOIN LATERAL (
                SELECT mode() WITHIN GROUP (ORDER BY l.written) AS written FROM (
                    SELECT p.hashtags_as_written[array_position(p.hashtags, w.hashtag)] AS written
                    FROM post_hashtag t JOIN post p ON p.id = t.post_id
                    WHERE t.hashtag = w.hashtag ORDER BY t.post_id DESC LIMIT :posts) AS l) AS u
            WHERE coalesce(d.display_name, u.written) IS NOT NULL
            """;

    private final JdbcClient jdbc;

    TagSpellings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Spelling(String hashtag, String written) {}

    /** The usual spelling of each, and that of the asker where nobody has used it. */
    public Map<String, String> of(Collection<Hashtag> hashtags) {
        Map<String, String> usual = usual(hashtags.stream().map(Hashtag::key).toList());
        return hashtags.stream()
                .collect(Collectors.toMap(
                        Hashtag::key, tag -> usual.getOrDefault(tag.key(), tag.asWritten()), (one, other) -> one));
    }

    private Map<String, String> usual(List<String> keys) {
        return jdbc
                .sql(USUAL)
                .param("hashtags", keys.stream().distinct().toArray(String[]::new))
                .param("posts", POSTS)
                .query((row, number) -> new Spelling(row.getString("hashtag"), row.getString("written")))
                .list()
                .stream()
                .collect(Collectors.toMap(Spelling::hashtag, Spelling::written));
    }
}
