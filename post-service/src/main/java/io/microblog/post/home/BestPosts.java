package io.microblog.post.home;

import java.util.List;
import java.util.Objects;

import io.microblog.event.Visibility;
import io.microblog.internal.BestPost;
import io.microblog.internal.StatusText;
import io.microblog.post.status.SqlFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is best of what people published whom somebody follows, for those who were away. */
@Repository
public class BestPosts {

    private static final String BEST = SqlFile.read(BestPosts.class, "best-posts.sql");

    /** How many a mail has room for. */
    private static final int LIMIT = 5;

    private final JdbcClient jdbc;

    BestPosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The best first.
     *
     * @param since only posts with ids above it
     */
    public List<BestPost> of(long reader, long since) {
        return jdbc.sql(BEST)
                .param("reader", reader)
                .param("since", since)
                .param("limit", LIMIT)
                .query((row, number) -> new BestPost(
                        row.getLong("author_id"),
                        new StatusText(
                                row.getLong("id"),
                                row.getLong("version"),
                                Visibility.valueOf(Objects.requireNonNull(row.getString("visibility"))),
                                row.getString("language"),
                                Objects.requireNonNull(row.getString("content")),
                                "",
                                false)))
                .list();
    }
}
