package io.microblog.post.home;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.kit.event.Envelope;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HomeBatchesTests {

    private static final int FULL_POLL = 50;
    private static final Duration LONGEST = Duration.ofMillis(100);

    private final List<Duration> rests = new ArrayList<>();
    private final List<Integer> carried = new ArrayList<>();
    private final HomeBatches batches = new HomeBatches(LONGEST, FULL_POLL, rests::add);

    @Test
    void restsAfterSeveral() {
        carry(2, Duration.ofMillis(5));

        assertThat(carried).containsExactly(2);
        assertThat(rests).singleElement().satisfies(rest -> assertThat(rest).isBetween(Duration.ofMillis(15), LONGEST));
    }

    @Test
    void restsNotLongerThanItMay() {
        carry(FULL_POLL - 1, Duration.ofMillis(40));

        assertThat(rests).containsExactly(LONGEST);
    }

    @Test
    void goesOnAfterOneThatCameAlone() {
        carry(1, Duration.ofMillis(5));

        assertThat(carried).containsExactly(1);
        assertThat(rests).isEmpty();
    }

    @Test
    void goesOnAfterAsManyAsAPollCanBring() {
        carry(FULL_POLL, Duration.ofMillis(5));

        assertThat(carried).containsExactly(FULL_POLL);
        assertThat(rests).isEmpty();
    }

    private void carry(int events, Duration work) {
        List<ConsumerRecord<String, Envelope<PostEvent>>> records =
                IntStream.range(0, events).mapToObj(HomeBatchesTests::event).toList();
        batches.handle(records, together -> {
            carried.add(together.size());
            long end = System.nanoTime() + work.toNanos();
            for (long left = work.toNanos(); left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        });
    }

    private static ConsumerRecord<String, Envelope<PostEvent>> event(int offset) {
        PostEvent deleted = new PostDeleted(offset, 1, 1, Instant.EPOCH);
        var envelope = new Envelope<>(UUID.randomUUID(), Instant.now(), "/post-service", deleted);
        return new ConsumerRecord<>(PostEvent.TOPIC, 0, offset, "1", envelope);
    }
}
