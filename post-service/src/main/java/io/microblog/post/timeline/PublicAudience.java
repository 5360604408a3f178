package io.microblog.post.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import io.microblog.internal.StreamQuestion.Gone;
import io.microblog.internal.StreamQuestion.Shown;
import io.microblog.post.news.Hearing;
import io.microblog.post.news.NewsTables;
import io.microblog.post.status.SqlFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who finds news in the timelines that nobody owns. */
@Component
public class PublicAudience {

    private static final String PUBLIC = SqlFile.read(PublicAudience.class, "public-news.sql");
    private static final String MEDIA = SqlFile.read(PublicAudience.class, "public-media-news.sql");
    private static final String TAGGED = SqlFile.read(PublicAudience.class, "hashtag-news.sql");
    private static final String GONE = SqlFile.read(PublicAudience.class, "public-news-gone.sql");
    private static final String GONE_TAGGED = SqlFile.read(PublicAudience.class, "hashtag-news-gone.sql");

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
}
