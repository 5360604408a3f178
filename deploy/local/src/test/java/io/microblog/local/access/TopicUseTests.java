package io.microblog.local.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.local.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds what services are granted against what their sources do. */
class TopicUseTests {

    private static final Pattern TOPIC = Pattern.compile("String TOPIC = \"([a-z.0-9]+)\"");
    private static final Pattern EVENT = Pattern.compile("(?m)^ *record ([A-Z]\\w+)\\(");
    private static final Pattern READ = Pattern.compile("\\b([A-Z]\\w+Event)\\.TOPIC\\b");
    private static final Pattern MADE = Pattern.compile("\\bnew ([A-Z]\\w+)\\(|\\b([A-Z]\\w+)::new\\b");
    private static final Pattern GROUP = Pattern.compile("groupId = \"([^\"]+)\"");

    /** Topics by the interface of their events, and by each of these. */
    private static final Map<String, String> TOPICS = topics();

    @ParameterizedTest
    @MethodSource("uses")
    void grantsWhatAServiceReads(TopicUse use) {
        assertThat(new TreeSet<>(use.reads())).isEqualTo(topics(READ, Sources.texts(use.service())));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void grantsWhatAServiceWrites(TopicUse use) {
        assertThat(new TreeSet<>(use.writes())).isEqualTo(topics(MADE, Sources.texts(use.service())));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void groupsAreCalledAfterTheirService(TopicUse use) {
        assertThat(Sources.texts(use.service())
                        .flatMap(source -> GROUP.matcher(source).results()))
                .extracting(match -> match.group(1))
                .allSatisfy(group -> assertThat(group).startsWith(use.service() + "."));
    }

    @Test
    void eachTopicHasOneWriter() {
        assertThat(TopicUse.ALL.stream().flatMap(use -> use.writes().stream()))
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(TOPICS.values()));
    }

    private static List<TopicUse> uses() {
        return TopicUse.ALL;
    }

    private static Set<String> topics(Pattern pattern, Stream<String> sources) {
        return sources.flatMap(source -> pattern.matcher(source).results())
                .map(TopicUseTests::name)
                .filter(TOPICS::containsKey)
                .map(TOPICS::get)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    private static Map<String, String> topics() {
        TreeMap<String, String> topics = new TreeMap<>();
        Sources.files("event-contracts").stream()
                .filter(file -> file.getFileName().toString().endsWith("Event.java"))
                .forEach(file -> TOPIC.matcher(Sources.read(file)).results().forEach(topic -> {
                    topics.put(file.getFileName().toString().replace(".java", ""), topic.group(1));
                    EVENT.matcher(Sources.read(file))
                            .results()
                            .forEach(event -> topics.put(event.group(1), topic.group(1)));
                }));
        assertThat(topics).hasSizeGreaterThan(20);
        return topics;
    }
}
