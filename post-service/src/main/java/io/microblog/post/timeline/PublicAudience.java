package io.microblog.post.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import io.microblog.internal.StreamQuestion.Gone;
import io.microblog.internal.StreamQuestion.Shown;
import io.microblog.post.news.Hearing;
import io.microblog.post.news.NewsTables;
import io.microblog.post.status.Audience;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who finds news in the timelines that nobody owns. */
@Component
public class PublicAudience {

    private static final String EVERYBODY = """
            SELECT n.id, who.reader FROM news n
            CROSS JOIN unnest(CAST(:listeners AS bigint[])) AS who (reader)
            """;

    private static final String BY_HASHTAG = """
            JOIN unnest(CAST(:hashtags AS text[]), CAST(:listeners AS bigint[])) AS who (hashtag, reader)
                ON who.hashtag = %s.hashtag
            """;

    private static final String HASHTAGS =
            "SELECT n.id, who.reader, who.hashtag FROM news n JOIN post_hashtag nt ON nt.post_id = n.id "
                    + BY_HASHTAG.formatted("nt");

    private static final String MEETS = Audience.asOf("who.reader", Audience.meets("n.actor_id"));

    private static final String PUBLIC =
            shown(EVERYBODY, "SELECT FROM " + Timelines.PUBLIC.from() + " AND p.id = n.id");

    private static final String MEDIA =
            shown(EVERYBODY, "SELECT FROM " + Timelines.PUBLIC_MEDIA.from() + " AND p.id = n.id");

    private static final String TAGGED =
            shown(HASHTAGS, "SELECT FROM " + Timelines.TAGGED + " AND t.post_id = n.id AND t.hashtag = who.hashtag");

    private static final String GONE =
            "WITH " + NewsTables.GONE + EVERYBODY + " WHERE n.visibility = 'PUBLIC' AND " + MEETS;

    private static final String GONE_TAGGED = "WITH " + NewsTables.GONE
            + "SELECT n.id, who.reader, who.hashtag FROM news n JOIN tagged nt ON nt.id = n.id "
            + BY_HASHTAG.formatted("nt") + " WHERE n.visibility = 'PUBLIC' AND " + MEETS;

    private final JdbcClient jdbc;

    PublicAudience(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody finds one piece of news under a hashtag.
     *
     * @param id of the post
     */
    public record Tagged(long id, long readerId, String hashtag) {

        private static Tagged of(ResultSet row, int number) throws SQLException {
            return new Tagged(row.getLong("id"), row.getLong("reader"), row.getString("hashtag"));
        }
    }

    /** Who of those who listen to all public posts gets which. */
    public List<Hearing> of(List<Shown> news, List<Long> listeners) {
        return everybody(PUBLIC, NewsTables.shown(news), listeners);
    }

    /** Who of those who listen to public posts with something to look at gets which. */
    public List<Hearing> ofMedia(List<Shown> news, List<Long> listeners) {
        return everybody(MEDIA, NewsTables.shown(news), listeners);
    }

    /** Who of those who listen to either is told of what is gone. */
    public List<Hearing> ofGone(List<Gone> news, List<Long> listeners) {
        return everybody(GONE, NewsTables.gone(news), listeners);
    }

    /** Who of those who listen to hashtags gets which. */
    public List<Tagged> tagged(List<Shown> news, Map<String, List<Long>> listeners) {
        return tagged(TAGGED, NewsTables.shown(news), listeners);
    }

    /** Who of them is told of what is gone. */
    public List<Tagged> goneTagged(List<Gone> news, Map<String, List<Long>> listeners) {
        return tagged(GONE_TAGGED, NewsTables.gone(news), listeners);
    }

    private List<Hearing> everybody(String sql, Map<String, Object> news, List<Long> listeners) {
        return jdbc.sql(sql)
                .params(news)
                .param("listeners", listeners.toArray(Long[]::new))
                .query(Hearing::of)
                .list();
    }

    private List<Tagged> tagged(String sql, Map<String, Object> news, Map<String, List<Long>> listeners) {
        return jdbc.sql(sql)
                .params(news)
                .param(
                        "hashtags",
                        listeners.entrySet().stream()
                                .flatMap(entry -> entry.getValue().stream().map(_ -> entry.getKey()))
                                .toArray(String[]::new))
                .param(
                        "listeners",
                        listeners.values().stream().flatMap(List::stream).toArray(Long[]::new))
                .query(Tagged::of)
                .list();
    }

    private static String shown(String listeners, String timeline) {
        return "WITH %s %s CROSS JOIN LATERAL (%s) heard"
                .formatted(NewsTables.SHOWN, listeners, Audience.asOf("who.reader", timeline));
    }
}
