package io.microblog.user.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.event.PostState;
import io.microblog.event.Visibility;
import io.microblog.kit.event.Envelope;
import io.microblog.kit.event.Upsert;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the posts of each account and knows the date of its last one. Direct posts are nobody's business and do not count.
 */
@Component
class PostCounter {

    private static final Upsert ONCE = Upsert.once("counted_post", "post_id");
    private static final String ADD = """
            INSERT INTO post_stats AS s (author_id, statuses_count, last_status_at) VALUES (:author, 1, :at)
            ON CONFLICT (author_id) DO UPDATE SET statuses_count = s.statuses_count + 1,
                last_status_at = greatest(s.last_status_at, excluded.last_status_at)
            """;

    /** The row is locked first, in a statement of its own, so that the newest is looked for among all that were counted. */
    private static final String LOCK = "SELECT author_id FROM post_stats WHERE author_id = :author FOR UPDATE";

    private static final String TAKE_AWAY = """
            UPDATE post_stats s SET statuses_count = s.statuses_count - 1,
                last_status_at = CASE WHEN s.statuses_count > 1 THEN coalesce(
                    (SELECT max(c.posted_at) FROM counted_post c WHERE c.author_id = :author AND NOT c.deleted),
                    s.last_status_at) END
            WHERE s.author_id = :author
            """;

    /** As long as replayed records are kept: until then a post may be told of once more after its deletion. */
    private static final String FORGET = """
            DELETE FROM counted_post WHERE post_id IN (
                SELECT post_id FROM counted_post WHERE deleted AND deleted_at < now() - interval '120 days' LIMIT :batch)
            """;

    /** Few enough for a short transaction. */
    private static final int BATCH = 10_000;

    private final JdbcClient jdbc;
    private final WeeklyActivity activity;

    PostCounter(JdbcClient jdbc, WeeklyActivity activity) {
        this.jdbc = jdbc;
        this.activity = activity;
    }

    @KafkaListener(topics = PostEvent.TOPIC, groupId = "user-service.post-counts")
    @Transactional
    void on(Envelope<PostEvent> envelope) {
        switch (envelope.event()) {
            case PostCreated created -> count(created.post());
            // Compaction may have left nothing else of the post.
            case PostEdited edited -> count(edited.post());
            case PostDeleted deleted -> discount(deleted);
        }
    }

    private void count(PostState post) {
        if (post.visibility() != Visibility.DIRECT && ONCE.apply(jdbc, row(post))) {
            jdbc.sql(ADD)
                    .param("author", post.authorId())
                    .param("at", post.createdAt().atOffset(ZoneOffset.UTC))
                    .update();
            activity.count(WeeklyActivity.Kind.STATUSES, LocalDate.ofInstant(post.createdAt(), ZoneOffset.UTC));
        }
    }

    private static Map<String, Object> row(PostState post) {
        return Map.of(
                "post_id", post.id(), "author_id", post.authorId(), "posted_at", post.createdAt(), "deleted", false);
    }

    private void discount(PostDeleted post) {
        int counted = jdbc.sql(
                        "UPDATE counted_post SET deleted = true, deleted_at = now() WHERE post_id = :id AND NOT deleted")
                .param("id", post.postId())
                .update();
        if (counted == 0) {
            ONCE.apply(jdbc, Map.of("post_id", post.postId(), "deleted", true, "deleted_at", Instant.now()));
            return;
        }
        jdbc.sql(LOCK).param("author", post.authorId()).query(Long.class).optional();
        jdbc.sql(TAKE_AWAY).param("author", post.authorId()).update();
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT8M")
    void forgetDeleted() {
        int forgotten = BATCH;
        while (forgotten == BATCH) {
            forgotten = jdbc.sql(FORGET).param("batch", BATCH).update();
        }
    }
}
