package io.microblog.post.home;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import io.microblog.event.Event;
import io.microblog.kit.event.Envelope;
import io.microblog.kit.event.PolledEvents;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What came at once goes into homes at once. Where several events waited, more of them are to come: they gather during a rest
 * afterwards, so that homes are written to less often. One that comes alone waits for none, and nor do as many as a poll can
 * bring, of which no more would go out together.
 */
@Component
class HomeBatches {

    /** How many times as long as the work before it a rest is. */
    private static final int RESTS = 3;

    private final Duration longest;
    private final int fullPoll;
    private final Consumer<Duration> rest;

    @Autowired
    HomeBatches(HomeProperties properties, @Value("${spring.kafka.consumer.max-poll-records}") int fullPoll) {
        this(properties.longestRest(), fullPoll, HomeBatches::sleep);
    }

    HomeBatches(Duration longest, int fullPoll, Consumer<Duration> rest) {
        this.longest = longest;
        this.fullPoll = fullPoll;
        this.rest = rest;
    }

    /**
     * Handles what has been polled, as {@link PolledEvents#handle} does.
     *
     * @param carry handles all of some events or none; what it is given may have been handled before
     */
    <E extends Event> void handle(
            List<ConsumerRecord<String, Envelope<E>>> records, Consumer<List<Envelope<E>>> carry) {
        long begin = System.nanoTime();
        PolledEvents.handle(records, carry, envelope -> carry.accept(List.of(envelope)));
        if (records.size() > 1 && records.size() < fullPoll) {
            Duration enough = Duration.ofNanos(RESTS * (System.nanoTime() - begin));
            rest.accept(enough.compareTo(longest) > 0 ? longest : enough);
        }
    }

    private static void sleep(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
