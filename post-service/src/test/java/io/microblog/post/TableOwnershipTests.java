package io.microblog.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each table belongs to a package, which alone changes it. What others read of it stands here. What anybody may see of
 * posts, boosts and relationships, and finds at home and on lists, is read by the functions of {@code R__visibility.sql}.
 */
class TableOwnershipTests {

    private static final Path SOURCES = Path.of("src/main/java/io/microblog/post");
    private static final Path STATEMENTS = Path.of("src/main/resources/io/microblog/post");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    private static final Pattern CREATED = Pattern.compile("CREATE (?:TABLE|VIEW) (\\w+) (?:\\(|PARTITION)");
    private static final Pattern CHANGED = Pattern.compile("\\b(?:INSERT INTO|UPDATE|DELETE FROM) (\\w+)");
    private static final Pattern READ = Pattern.compile("(?<!DELETE )\\b(?:FROM|JOIN|USING) (\\w+)|\"(\\w+) \\w JOIN");

    private static final Map<String, Set<String>> TABLES = Map.ofEntries(
            entry("author", Set.of("author", "author_counts")),
            entry(
                    "automatic",
                    Set.of(
                            "automatic_dry_run",
                            "automatic_dry_run_post",
                            "automatic_rule",
                            "automatic_rule_hit",
                            "post_print")),
            entry("card", Set.of("post_link", "preview_card")),
            entry("conversation", Set.of("conversation", "conversation_post")),
            entry("draft", Set.of("draft")),
            entry("erasure", Set.of("erasure")),
            entry("figure", Set.of("daily_figure")),
            entry("filter", Set.of("filter", "filter_keyword", "filter_status")),
            entry("graph", Set.of("relationship")),
            entry(
                    "insight",
                    Set.of(
                            "insight_author_time",
                            "insight_follower",
                            "insight_post",
                            "insight_post_time",
                            "insight_reply",
                            "post_reach")),
            entry("list", Set.of("list", "list_member")),
            entry("media", Set.of("media")),
            entry("poll", Set.of("poll", "poll_vote")),
            entry(
                    "posting",
                    Set.of(
                            "deleted_post",
                            "idempotency_key",
                            "post",
                            "post_counts",
                            "post_hashtag",
                            "post_revision",
                            "thread_post")),
            entry("reaction", Set.of("bookmark", "boost", "favourite", "pin", "thread_mute")),
            entry("schedule", Set.of("scheduled_post")),
            entry("tag", Set.of("featured_hashtag", "hashtag_decision", "hashtag_follow")),
            entry(
                    "trend",
                    Set.of(
                            "trend_candidate",
                            "trend_decision",
                            "trend_post",
                            "trend_refresh",
                            "trend_tag",
                            "trend_tag_use")),
            entry("home", Set.of("fan_out", "home", "home_partition", "home_timeline", "large_author")));

    /** Two write columns of their own: one counts answers, the other favourites and boosts. */
    private static final Map<String, Set<String>> CHANGED_TOO = Map.of("reaction", Set.of("post_counts"));

    private static final Map<String, Set<String>> READ_TOO = Map.ofEntries(
            entry("author", Set.of("post")),
            entry("automatic", Set.of("author", "poll", "post", "relationship")),
            entry("card", Set.of("author")),
            entry("draft", Set.of("author")),
            entry("figure", Set.of("boost", "favourite", "media", "post", "post_hashtag")),
            entry(
                    "home",
                    Set.of(
                            "author",
                            "author_counts",
                            "boost",
                            "hashtag_follow",
                            "post",
                            "post_counts",
                            "post_hashtag",
                            "relationship",
                            "thread_mute")),
            entry("conversation", Set.of("author", "thread_mute")),
            entry("insight", Set.of("boost", "post")),
            entry("list", Set.of("author", "post", "relationship")),
            entry("posting", Set.of("poll")),
            entry("reaction", Set.of("author", "post", "post_counts")),
            entry("schedule", Set.of("author")),
            entry(
                    "status",
                    Set.of(
                            "bookmark",
                            "boost",
                            "favourite",
                            "filter",
                            "pin",
                            "poll",
                            "poll_vote",
                            "post",
                            "post_counts",
                            "thread_mute",
                            "thread_post")),
            entry("tag", Set.of("author", "post", "post_hashtag")),
            entry("timeline", Set.of("pin", "post_hashtag")),
            entry("trend", Set.of("author", "boost", "favourite", "hashtag_decision", "hashtag_follow", "post")));

    @Test
    void eachTableHasOneOwner() throws IOException {
        assertThat(TABLES.values().stream().flatMap(Set::stream))
                .containsExactlyInAnyOrderElementsOf(found(MIGRATIONS, CREATED));
    }

    @Test
    void nobodyElseChangesATable() throws IOException {
        assertThat(ofOthers(CHANGED)).isEqualTo(sorted(CHANGED_TOO));
    }

    @Test
    void whatOthersReadIsNamed() throws IOException {
        assertThat(ofOthers(READ)).isEqualTo(sorted(READ_TOO));
    }

    /** The tables of others that each package names after these words. */
    private static Map<String, Set<String>> ofOthers(Pattern words) throws IOException {
        Set<String> all = TABLES.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        var named = new TreeMap<String, Set<String>>();
        for (String feature : features()) {
            Set<String> tables = found(SOURCES.resolve(feature), words);
            tables.addAll(found(STATEMENTS.resolve(feature), words));
            tables.retainAll(all);
            tables.removeAll(TABLES.getOrDefault(feature, Set.of()));
            if (!tables.isEmpty()) {
                named.put(feature, tables);
            }
        }
        return named;
    }

    private static List<String> features() throws IOException {
        try (Stream<Path> entries = Files.list(SOURCES)) {
            return entries.filter(Files::isDirectory)
                    .map(Path::getFileName)
                    .map(Path::toString)
                    .toList();
        }
    }

    private static Set<String> found(Path directory, Pattern words) throws IOException {
        var found = new TreeSet<String>();
        if (!Files.exists(directory)) {
            return found;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var matcher = words.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(Objects.requireNonNullElseGet(matcher.group(1), () -> matcher.group(2)));
                }
            }
        }
        return found;
    }

    private static Map<String, Set<String>> sorted(Map<String, Set<String>> tables) {
        return new TreeMap<>(tables);
    }
}
