package io.microblog.kit.event;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.microblog.event.PostEvent;
import io.microblog.kit.problem.Unavailable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A service with two consumers, for the tests of what all consumers have. */
@SpringBootApplication
class ConsumerApplication {

    static final String GROUP = "consumer-test.posts";

    static final String BATCH_GROUP = "consumer-test.batches";

    static final long SLOW = -2;

    /**
     * Fails on posts of negative authors until it is mended, takes longer than it may over those of {@link #SLOW}, and fails
     * for a while on all when told so.
     */
    @Component
    static class PostListener {

        private static final Upsert VERSIONS = Upsert.versioned("seen_version", "id");
        private static final Upsert EFFECTS = Upsert.once("seen_effect", "id");

        private final List<PostEvent> seen = new CopyOnWriteArrayList<>();
        private final AtomicBoolean mended = new AtomicBoolean();
        private final AtomicInteger outages = new AtomicInteger();
        private final AtomicInteger tries = new AtomicInteger();
        private final JdbcClient jdbc;

        PostListener(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        List<PostEvent> seen() {
            return seen;
        }

        void mend(boolean whether) {
            mended.set(whether);
        }

        /** How often it has failed on negative authors. */
        AtomicInteger tries() {
            return tries;
        }

        void failAsIfADependencyWereDown(int times) {
            outages.set(times);
        }

        @Transactional
        @KafkaListener(topics = PostEvent.TOPIC, groupId = GROUP)
        void on(Envelope<PostEvent> envelope) {
            if (envelope.event() instanceof PostEvent.PostDeleted deleted && deleted.authorId() < 0 && !mended.get()) {
                fail(deleted.authorId());
            }
            if (outages.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new Unavailable("A dependency is down");
            }
            PostEvent event = envelope.event();
            VERSIONS.apply(jdbc, Map.of("id", event.postId(), "version", event.version()));
            EFFECTS.apply(jdbc, Map.of("id", envelope.id()));
            seen.add(event);
        }

        private void fail(long author) {
            tries.incrementAndGet();
            if (author == SLOW) {
                jdbc.sql("SET LOCAL statement_timeout = '20ms'").update();
                jdbc.sql("SELECT pg_sleep(60)").query().listOfRows();
            }
            throw new IllegalArgumentException("A bug");
        }
    }

    /** Handles the posts of a poll together; fails on those of negative authors. */
    @Component
    static class BatchListener {

        private final List<List<PostEvent>> handled = new CopyOnWriteArrayList<>();

        /** What was handled at once, each time. */
        List<List<PostEvent>> handled() {
            return handled;
        }

        @KafkaListener(id = BATCH_GROUP, topics = PostEvent.TOPIC, groupId = BATCH_GROUP, batch = "true")
        void on(List<ConsumerRecord<String, Envelope<PostEvent>>> records) {
            PolledEvents.handle(records, this::handle, envelope -> handle(List.of(envelope)));
        }

        private void handle(List<Envelope<PostEvent>> envelopes) {
            List<PostEvent> events = envelopes.stream().map(Envelope::event).toList();
            if (events.stream().anyMatch(event -> event instanceof PostEvent.PostDeleted it && it.authorId() < 0)) {
                throw new IllegalArgumentException("A bug");
            }
            handled.add(events);
        }
    }
}
