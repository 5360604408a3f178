package io.microblog.kit.event;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Topics that Kafka does not have yet, or that this service may not write to. Their events wait, in their order, while
 * those of other topics pass; each time in vain they wait for twice as long.
 */
final class HeldTopics {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Map<String, Hold> holds = new HashMap<>();

    private record Hold(Duration pause, long until) {

        static Hold of(Duration pause) {
            return new Hold(pause, System.nanoTime() + pause.toNanos());
        }

        Hold again() {
            Duration twice = pause.multipliedBy(2);
            return of(twice.compareTo(LONGEST) < 0 ? twice : LONGEST);
        }

        boolean isOver() {
            return until - System.nanoTime() <= 0;
        }
    }

    void hold(Collection<String> topics) {
        topics.forEach(
                topic -> holds.compute(topic, (name, before) -> before == null ? Hold.of(FIRST) : before.again()));
    }

    /** Kafka took something of these. */
    void release(Collection<String> topics) {
        holds.keySet().removeAll(topics);
    }

    /** Those that are not to be tried at this moment. */
    Set<String> present() {
        return holds.entrySet().stream()
                .filter(entry -> !entry.getValue().isOver())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
