package io.microblog.post.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import io.microblog.internal.StreamQuestion.Gone;
import io.microblog.internal.StreamQuestion.Shown;
import io.microblog.post.news.NewsTables;
import io.microblog.post.status.SqlFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which lists show news, by the functions that their pages are read by. */
@Component
public class ListAudience {

    private static final String SHOWN = SqlFile.read(ListAudience.class, "list-news.sql");

    private static final String GONE = SqlFile.read(ListAudience.class, "list-news-gone.sql");

    private final JdbcClient jdbc;

    ListAudience(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A list shows one piece of news.
     *
     * @param id of the post or boost
     */
    public record Hearing(long id, long listId, long ownerId) {

        private static Hearing of(ResultSet row, int number) throws SQLException {
            return new Hearing(row.getLong("id"), row.getLong("list_id"), row.getLong("reader"));
        }
    }

    /** Which of the lists show what there is to see now. */
    public List<Hearing> of(List<Shown> news, List<Long> lists) {
        return jdbc.sql(SHOWN)
                .params(NewsTables.shown(news))
                .param("lists", lists.toArray(Long[]::new))
                .query(Hearing::of)
                .list();
    }

    /** Which of the lists may have shown what is gone. */
    public List<Hearing> ofGone(List<Gone> news, List<Long> lists) {
        return jdbc.sql(GONE)
                .params(NewsTables.gone(news))
                .param("lists", lists.toArray(Long[]::new))
                .query(Hearing::of)
                .list();
    }
}
