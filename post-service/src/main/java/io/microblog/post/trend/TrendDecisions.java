package io.microblog.post.trend;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import io.microblog.event.PostModerationEvent.TrendDecided;
import io.microblog.kit.event.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what moderators decide about posts that trend, or could. Each decision is told to the audit log. */
@Service
class TrendDecisions {

    private final JdbcClient jdbc;
    private final Outbox outbox;

    TrendDecisions(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    private record Decision(long postId, boolean approved) {}

    @Transactional
    void decide(long moderator, long post, long author, boolean approved) {
        jdbc.sql("""
                INSERT INTO trend_decision (post_id, approved) VALUES (:post, :approved)
                ON CONFLICT (post_id) DO UPDATE SET approved = excluded.approved
                """).param("post", post).param("approved", approved).update();
        outbox.append(new TrendDecided(post, author, moderator, approved, Instant.now()));
    }

    /** Of those about which somebody has decided, whether they may trend. */
    Map<Long, Boolean> of(Collection<Long> posts) {
        return jdbc
                .sql("SELECT post_id, approved FROM trend_decision WHERE post_id = ANY (:posts)")
                .param("posts", posts.toArray(Long[]::new))
                .query((row, number) -> new Decision(row.getLong("post_id"), row.getBoolean("approved")))
                .list()
                .stream()
                .collect(Collectors.toMap(Decision::postId, Decision::approved));
    }
}
