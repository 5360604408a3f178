package io.microblog.post.home;

import java.util.List;

import io.microblog.internal.StreamQuestion.Gone;
import io.microblog.internal.StreamQuestion.Shown;
import io.microblog.post.news.Hearing;
import io.microblog.post.news.NewsTables;
import io.microblog.post.status.Audience;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who finds news at home. The rules are those of reading, and do not wait for fan-out, which may come later; candidates come
 * from the indexes of followers, so that what nobody who listens follows costs next to nothing.
 */
@Component
public class HomeAudience {

    private static final String LISTENS = " = ANY (CAST(:listeners AS bigint[]))";

    private static final String FOLLOWERS =
            "SELECT n.id, r.from_id AS reader FROM news n JOIN relationship r ON r.to_id = n.actor_id AND r.following"
                    + " AND r.from_id" + LISTENS;

    private static final String POSTS =
            """
            SELECT c.id, c.reader FROM (
                %s
                UNION SELECT n.id, n.actor_id FROM news n WHERE n.actor_id%s
                UNION SELECT n.id, g.account_id FROM news n JOIN post np ON np.id = n.id AND np.visibility = 'PUBLIC'
                    JOIN hashtag_follow g ON g.hashtag = ANY (np.hashtags) AND g.account_id%s) c
            CROSS JOIN LATERAL (SELECT FROM seen_by(c.reader) p WHERE p.id = c.id AND %s) heard
            """.formatted(FOLLOWERS, LISTENS, LISTENS, Audience.asOf("c.reader", HomeQuery.POST));

    private static final String BOOSTS = """
            SELECT c.id, c.reader FROM (%s AND r.show_boosts) c
            CROSS JOIN LATERAL (
                WITH kept AS MATERIALIZED (SELECT coalesce(max(floor), 0) AS floor FROM home WHERE owner_id = c.reader),
                followed AS MATERIALIZED (%s)
                SELECT FROM (SELECT b.id AS post_id, b.post_id AS boosted_id FROM boost b WHERE b.id = c.id) h
                JOIN seen_by(c.reader) p ON p.id = h.boosted_id WHERE %s) heard
            """.formatted(
            FOLLOWERS, Audience.asOf("c.reader", HomeQuery.FOLLOWED), Audience.asOf("c.reader", HomeQuery.BOOST));

    private static final String SHOWN = "WITH " + NewsTables.SHOWN + POSTS + " UNION ALL " + BOOSTS;

    private static final String GONE =
            "WITH " + NewsTables.GONE + """
            SELECT c.id, c.reader FROM (
                SELECT n.id, n.actor_id, r.from_id AS reader FROM news n
                JOIN relationship r ON r.to_id = n.actor_id AND r.following AND r.from_id%1$s
                WHERE n.visibility <> 'DIRECT'
                UNION SELECT n.id, n.actor_id, n.actor_id FROM news n WHERE n.actor_id%1$s
                UNION SELECT n.id, n.actor_id, m.account_id FROM news n JOIN named m ON m.id = n.id AND m.account_id%1$s
                UNION SELECT n.id, n.actor_id, g.account_id FROM news n JOIN tagged t ON t.id = n.id
                JOIN hashtag_follow g ON g.hashtag = t.hashtag AND g.account_id%1$s
                WHERE n.visibility = 'PUBLIC') c
            WHERE %2$s
            """.formatted(LISTENS, Audience.asOf("c.reader", Audience.meets("c.actor_id")));

    private final JdbcClient jdbc;

    HomeAudience(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who of those who listen gets what there is to see now. */
    public List<Hearing> of(List<Shown> news, List<Long> listeners) {
        return jdbc.sql(SHOWN)
                .params(NewsTables.shown(news))
                .param("listeners", listeners.toArray(Long[]::new))
                .query(Hearing::of)
                .list();
    }

    /** Who of those who listen is told that something is gone: who had it there, and whom it named. */
    public List<Hearing> ofGone(List<Gone> news, List<Long> listeners) {
        return jdbc.sql(GONE)
                .params(NewsTables.gone(news))
                .param("listeners", listeners.toArray(Long[]::new))
                .query(Hearing::of)
                .list();
    }
}
