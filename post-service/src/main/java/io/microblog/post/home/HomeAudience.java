package io.microblog.post.home;

import java.util.List;

import io.microblog.internal.StreamQuestion.Gone;
import io.microblog.internal.StreamQuestion.Shown;
import io.microblog.post.news.Hearing;
import io.microblog.post.news.NewsTables;
import io.microblog.post.status.SqlFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who finds news at home, by the functions that homes are read by. */
@Component
public class HomeAudience {

    private static final String SHOWN = SqlFile.read(HomeAudience.class, "home-news.sql");

    private static final String GONE = SqlFile.read(HomeAudience.class, "home-news-gone.sql");

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
