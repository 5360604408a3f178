package io.microblog.post.trend;

import java.sql.Types;
import java.util.List;
import java.util.Set;

import io.microblog.kit.web.BaseUrl;
import io.microblog.post.status.Reader;
import io.microblog.post.status.SqlFile;
import io.microblog.post.tag.TagResponse;
import io.microblog.post.tag.TagResponse.Day;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the last refresh found. Who and what may be shown is asked now, also what moderators decided. */
@Component
class Trends {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Day>> DAYS = new TypeReference<>() {};

    private static final String TAGS = SqlFile.read(Trends.class, "trending-hashtags.sql");

    private static final String POSTS = SqlFile.read(Trends.class, "trending-posts.sql");

    private final JdbcClient jdbc;
    private final TrendProperties properties;
    private final BaseUrl base;

    Trends(JdbcClient jdbc, TrendProperties properties, BaseUrl base) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.base = base;
    }

    /**
     * Which part of a list.
     *
     * @param offset how many to leave out
     * @param limit at most so many
     */
    record Part(int offset, int limit) {}

    /** Those in the reader's languages first. */
    List<TagResponse> tags(Reader reader, Set<String> languages, Part part) {
        return select(TAGS, reader, languages, part)
                .query((row, number) -> TagResponse.of(
                        row.getString("hashtag"),
                        row.getString("name"),
                        JSON.readValue(row.getString("history"), DAYS),
                        reader.id() == null ? null : row.getBoolean("following"),
                        null,
                        base))
                .list();
    }

    /** The ids of posts, those in the reader's languages first. */
    List<Long> posts(Reader reader, Set<String> languages, Part part) {
        return select(POSTS, reader, languages, part)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Those that the last refresh found, whether they may trend or not. */
    List<String> allTags(Part part) {
        return jdbc.sql("SELECT hashtag FROM trend_tag ORDER BY score DESC, hashtag LIMIT :limit OFFSET :offset")
                .param("limit", part.limit())
                .param("offset", part.offset())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The ids of those that the last refresh found, whether they may trend or not. */
    List<Long> allPosts(Part part) {
        return jdbc.sql("SELECT post_id FROM trend_post ORDER BY score DESC, post_id DESC LIMIT :limit OFFSET :offset")
                .param("limit", part.limit())
                .param("offset", part.offset())
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private JdbcClient.StatementSpec select(String sql, Reader reader, Set<String> languages, Part part) {
        return jdbc.sql(sql)
                .param("reader", reader.id(), Types.BIGINT)
                .param("undecided", !properties.review())
                .param("languages", languages.toArray(String[]::new))
                .param("limit", part.limit())
                .param("offset", part.offset());
    }
}
