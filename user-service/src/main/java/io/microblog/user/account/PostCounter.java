package io.microblog.user.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.event.PostState;
import io.microblog.event.Visibility;
import io.microblog.kit.event.Envelope;
import io.microblog.kit.event.PolledEvents;
import io.microblog.kit.event.Upsert;
import io.microblog.kit.sql.BatchedDeletion;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the posts of each account and knows the date of its last one. Direct posts are nobody's business and do not count.
 */
@Component
class PostCounter {

    private static final Upsert ONCE = Upsert.once("counted_post", "post_id");

    /** In the order of authors, so that two instances do not wait for each other. */
    private static final String COUNT = """
            WITH fresh AS (
                INSERT INTO counted_post (post_id, author_id, posted_at, deleted)
                SELECT n.post_id, n.author_id, n.posted_at, false
                FROM unnest(
                    CAST(:posts AS bigint[]), CAST(:authors AS bigint[]), CAST(:times AS timestamptz[]))
                    AS n (post_id, author_id, posted_at)
                ON CONFLICT (post_id) DO NOTHING RETURNING author_id, posted_at),
            added AS (
                INSERT INTO post_stats AS s (author_id, statuses_count, last_status_at)
                SELECT author_id, count(*), max(posted_at) FROM fresh GROUP BY author_id ORDER BY author_id
                ON CONFLICT (author_id) DO UPDATE SET statuses_count = s.statuses_count + excluded.statuses_count,
                    last_status_at = greatest(s.last_status_at, excluded.last_status_at))
            SELECT CAST(posted_at AT TIME ZONE 'UTC' AS date) AS day, count(*) AS posts FROM fresh GROUP BY day ORDER BY day
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

    private final JdbcClient jdbc;
    private final WeeklyActivity activity;
    private final TransactionTemplate transactions;

    PostCounter(JdbcClient jdbc, WeeklyActivity activity, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.activity = activity;
        this.transactions = transactions;
    }

    /** What came at once is counted by one statement. */
    @KafkaListener(
            topics = PostEvent.TOPIC,
            groupId = "user-service.post-counts",
            batch = "true",
            properties = {PolledEvents.GATHERED, PolledEvents.GATHERED_FOR})
    void on(List<ConsumerRecord<String, Envelope<PostEvent>>> records) {
        PolledEvents.handleInTransaction(records, transactions, this::count);
    }

    /** A post that is deleted before it was counted is remembered as such, and never counts. */
    private void count(List<Envelope<PostEvent>> envelopes) {
        Map<Long, PostState> posts = new TreeMap<>();
        List<PostDeleted> gone = new ArrayList<>();
        for (Envelope<PostEvent> envelope : envelopes) {
            switch (envelope.event()) {
                case PostCreated created -> posts.putIfAbsent(created.postId(), created.post());
                // Compaction may have left nothing else of the post.
                case PostEdited edited -> posts.putIfAbsent(edited.postId(), edited.post());
                case PostDeleted deleted -> gone.add(deleted);
            }
        }
        countPublished(posts.values().stream()
                .filter(post -> post.visibility() != Visibility.DIRECT)
                .toList());
        gone.forEach(this::discount);
    }

    private void countPublished(List<PostState> posts) {
        if (posts.isEmpty()) {
            return;
        }
        jdbc.sql(COUNT)
                .param("posts", posts.stream().map(PostState::id).toArray(Long[]::new))
                .param("authors", posts.stream().map(PostState::authorId).toArray(Long[]::new))
                .param(
                        "times",
                        posts.stream()
                                .map(PostState::createdAt)
                                .map(Instant::toString)
                                .toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getObject("day", LocalDate.class), row.getLong("posts")))
                .list()
                .forEach(day -> activity.count(WeeklyActivity.Kind.STATUSES, day.getKey(), day.getValue()));
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
        BatchedDeletion.run(jdbc, FORGET, Map.of());
    }
}
