package io.microblog.user.account;

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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts the posts of each account. Direct posts are nobody's business and do not count. */
@Component
class PostCounter {

    private static final Upsert ONCE = Upsert.once("counted_post", "post_id");
    private static final String ADD = """
            INSERT INTO post_stats AS s (author_id, statuses_count, last_status_at) VALUES (:author, 1, :at)
            ON CONFLICT (author_id) DO UPDATE SET statuses_count = s.statuses_count + 1,
                last_status_at = greatest(s.last_status_at, excluded.last_status_at)
            """;

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
        if (post.visibility() != Visibility.DIRECT
                && ONCE.apply(jdbc, Map.of("post_id", post.id(), "deleted", false))) {
            jdbc.sql(ADD)
                    .param("author", post.authorId())
                    .param("at", post.createdAt().atOffset(ZoneOffset.UTC))
                    .update();
            activity.count(WeeklyActivity.Kind.STATUSES, LocalDate.ofInstant(post.createdAt(), ZoneOffset.UTC));
        }
    }

    private void discount(PostDeleted post) {
        int counted = jdbc.sql("UPDATE counted_post SET deleted = true WHERE post_id = :id AND NOT deleted")
                .param("id", post.postId())
                .update();
        if (counted == 0) {
            ONCE.apply(jdbc, Map.of("post_id", post.postId(), "deleted", true));
            return;
        }
        jdbc.sql("UPDATE post_stats SET statuses_count = statuses_count - 1 WHERE author_id = :author")
                .param("author", post.authorId())
                .update();
    }
}
