package io.microblog.event;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * The closed set of event types, read once from the sealed hierarchy.
 *
 * <p>A wire name resolves only to one of these records, so a forged type header can never load a class.
 */
public final class EventTypes {

    private static final Map<String, Class<? extends Event>> TOPICS = topicInterfaces();
    private static final Map<Class<?>, String> NAMES = records(TOPICS.values().stream())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), EventTypes::declaredName));
    private static final Map<Class<?>, String> TOPIC_BY_RECORD = TOPICS.entrySet().stream()
            .flatMap(topic -> records(Stream.of(topic.getValue())).map(type -> Map.entry(type, topic.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private EventTypes() {}

    /** All topics by name, each with the sealed interface of its events. */
    public static Map<String, Class<? extends Event>> topics() {
        return TOPICS;
    }

    /** What {@code topic} holds. */
    public static EventTopic.Kind kindOf(String topic) {
        return declaredTopic(Objects.requireNonNull(TOPICS.get(topic), topic)).kind();
    }

    /** The event records of all topics. */
    public static Set<Class<?>> all() {
        return NAMES.keySet();
    }

    /** The record that {@code name} means on {@code topic}; empty for a name that the topic does not know. */
    public static Optional<Class<? extends Event>> find(String topic, String name) {
        return records(Stream.ofNullable(TOPICS.get(topic)))
                .filter(type -> Objects.equals(NAMES.get(type), name))
                .<Class<? extends Event>>map(type -> type.asSubclass(Event.class))
                .findFirst();
    }

    static String nameOf(Class<?> type) {
        return Objects.requireNonNull(NAMES.get(type), type::getName);
    }

    static String topicOf(Class<?> type) {
        return Objects.requireNonNull(TOPIC_BY_RECORD.get(type), type::getName);
    }

    private static Map<String, Class<? extends Event>> topicInterfaces() {
        var topics = new TreeMap<String, Class<? extends Event>>();
        for (Class<?> type : Event.class.getPermittedSubclasses()) {
            topics.put(declaredTopic(type).value(), type.asSubclass(Event.class));
        }
        return Collections.unmodifiableMap(topics);
    }

    private static Stream<Class<?>> records(Stream<? extends Class<?>> topics) {
        return topics.flatMap(EventTypes::leaves);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypes::leaves)
                : Stream.of(type);
    }

    private static EventTopic declaredTopic(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(EventTopic.class), type::getName);
    }

    private static String declaredName(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(JsonTypeName.class), type::getName)
                .value();
    }
}
