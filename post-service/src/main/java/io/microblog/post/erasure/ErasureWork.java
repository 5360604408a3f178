package io.microblog.post.erasure;

import java.time.Duration;
import java.util.List;

import io.microblog.post.author.AuthorErased;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes all that erased people have here, some of it every second, so that nobody else waits for it. What there is left
 * to do is what there is left: after a crash it goes on, and several copies do no harm to each other. What comes late, by a
 * request that had begun or an event of another topic, is deleted by further looks.
 */
@Component
class ErasureWork {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureWork.class);

    /** Things of one person in a round. */
    static final int ROUND = 200;

    /** Longer than any token of the person is believed, and than consumers are behind in ordinary times. */
    static final Duration LATE = Duration.ofMinutes(15);

    private static final Duration LOOK = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final List<ErasedContent> contents;

    ErasureWork(JdbcClient jdbc, List<ErasedContent> contents) {
        this.jdbc = jdbc;
        this.contents = contents;
    }

    /** Told again, it finds nothing more to do. */
    @EventListener
    void on(AuthorErased erased) {
        jdbc.sql("INSERT INTO erasure (account_id) VALUES (:account) ON CONFLICT DO NOTHING")
                .param("account", erased.accountId())
                .update();
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT5S")
    void run() {
        jdbc.sql("SELECT account_id FROM erasure WHERE due_at <= now() ORDER BY due_at LIMIT 100")
                .query((row, number) -> row.getLong(1))
                .list()
                .forEach(account -> erase(account, ROUND));
    }

    /** What fails is tried again in the next round, and holds up no other. */
    private void erase(long account, int most) {
        try {
            round(account, most);
        } catch (RuntimeException e) {
            LOG.error("Not all of the erased account {} could be deleted yet", account, e);
        }
    }

    /** Deletes some of it; when nothing is left, it looks again for a while. */
    void round(long account, int most) {
        if (contents.stream().noneMatch(content -> content.erase(account, most))) {
            jdbc.sql("UPDATE erasure SET due_at = now() + :look * interval '1 s' WHERE account_id = :account")
                    .param("look", LOOK.toSeconds())
                    .param("account", account)
                    .update();
            jdbc.sql("DELETE FROM erasure WHERE account_id = :account AND heard_at < now() - :late * interval '1 s'")
                    .param("late", LATE.toSeconds())
                    .param("account", account)
                    .update();
        }
    }
}
