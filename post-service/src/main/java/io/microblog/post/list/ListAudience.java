package io.microblog.post.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import io.microblog.internal.StreamQuestion.Gone;
import io.microblog.internal.StreamQuestion.Shown;
import io.microblog.post.news.NewsTables;
import io.microblog.post.status.Audience;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which lists show news: each is asked for a page with nothing else on it. */
@Component
public class ListAudience {

    private static final String LISTS = """
            SELECT n.id, listening.id AS list_id, listening.owner_id AS reader FROM news n
            JOIN list_member member ON member.account_id = n.actor_id AND member.list_id = ANY (CAST(:lists AS bigint[]))
            JOIN list listening ON listening.id = member.list_id
            """;

    private static final String PAGE = Audience.asOf("listening.owner_id", ListQuery.page("DESC"))
            .replace(":list", "listening.id")
            .replace(":replies", "listening.replies_policy")
            .replace(":below", "n.id + 1")
            .replace(":above", "n.id - 1")
            .replace(":limit", "1");

    private static final String SHOWN =
            "WITH %s %s CROSS JOIN LATERAL (%s) heard".formatted(NewsTables.SHOWN, LISTS, PAGE);

    private static final String GONE =
            """
            WITH %s %s
            WHERE n.visibility <> 'DIRECT' AND %s AND (n.actor_id = listening.owner_id OR EXISTS (
                SELECT FROM relationship r
                WHERE r.from_id = listening.owner_id AND r.to_id = n.actor_id AND r.following))
            """.formatted(NewsTables.GONE, LISTS, Audience.asOf("listening.owner_id", Audience.meets("n.actor_id")));

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
