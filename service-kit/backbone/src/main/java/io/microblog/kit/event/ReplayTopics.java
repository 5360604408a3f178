package io.microblog.kit.event;

import java.lang.reflect.AnnotatedElement;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListenerAnnotationBeanPostProcessor.AnnotationEnhancer;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Lets each consumer group read a topic of its own beside those it names: there an operator puts dead letters once their
 * cause is gone. The source topic would bring them to every other group again.
 */
final class ReplayTopics implements AnnotationEnhancer {

    private static final String SUFFIX = ".replay";

    private final Map<String, AnnotatedElement> listeners = new HashMap<>();

    static String of(String group) {
        return group + SUFFIX;
    }

    /**
     * The topic whose events a record's type is looked up in: for a replayed one where it first came from. A record of
     * any other topic cannot pretend to come from elsewhere.
     */
    static @Nullable String origin(String topic, Headers headers) {
        return topic.endsWith(SUFFIX) ? CloudEvents.find(headers, KafkaHeaders.DLT_ORIGINAL_TOPIC) : topic;
    }

    @Override
    public Map<String, Object> apply(Map<String, Object> attributes, AnnotatedElement listener) {
        if (attributes.get("topics") instanceof String[] topics
                && attributes.get("groupId") instanceof String group
                && topics.length > 0
                && isNamed(group)) {
            throwIfShared(group, listener);
            attributes.put(
                    "topics",
                    Stream.concat(Stream.of(topics), Stream.of(of(group))).toArray(String[]::new));
        }
        return attributes;
    }

    /** A group whose name is made up at each start has no past to replay. */
    private static boolean isNamed(String group) {
        return !group.isEmpty() && !group.contains("${") && !group.contains("#{");
    }

    /** Kafka would hand the replay topic to either of two listeners, and so records to one that cannot take them. */
    private void throwIfShared(String group, AnnotatedElement listener) {
        AnnotatedElement other = listeners.putIfAbsent(group, listener);
        if (other != null && !other.equals(listener)) {
            throw new IllegalStateException(
                    "Two listeners share the consumer group %s: %s and %s".formatted(group, other, listener));
        }
    }
}
