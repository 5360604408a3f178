package io.microblog.search.collection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.jayway.jsonpath.JsonPath;
import io.microblog.search.APost;
import io.microblog.search.EventWriter;
import io.microblog.search.Reader;
import io.microblog.search.Rows;
import io.microblog.search.SearchTest;
import io.microblog.search.Somebody;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Judges search by what people of many languages type; the table it prints is the one in docs/benchmarks.md. */
@SearchTest
class CollectionIntegrationTests {

    private static final Logger LOG = LoggerFactory.getLogger(CollectionIntegrationTests.class);

    private static final Map<String, Integer> TAGS = Map.ofEntries(
            Map.entry("gardening", 3),
            Map.entry("gardentour", 1),
            Map.entry("café", 1),
            Map.entry("birdwatching", 2),
            Map.entry("whalewatch", 1),
            Map.entry("photography", 2),
            Map.entry("strasse", 1),
            Map.entry("istanbul", 1),
            Map.entry("행복한토요일", 1),
            Map.entry("icecream", 1),
            Map.entry("ёлка", 1));

    @Autowired
    EventWriter events;

    @Autowired
    Reader reader;

    @Autowired
    Rows rows;

    @Autowired
    ElasticsearchClient client;

    @Value("${microblog.search.collection.noise:1000}")
    int noise;

    private final Somebody author = Somebody.named("collector");
    private final Map<Long, String> keys = new HashMap<>();
    private final Map<String, Score> byLanguage = new TreeMap<>();
    private final Map<String, Score> byKind = new TreeMap<>();
    private final Score all = new Score();

    @Test
    void findsWhatPeopleMean() throws IOException {
        try (Baseline baseline = new Baseline(client)) {
            write(baseline);
            judge(baseline);
        }
        report();
        assertThat(all.ndcg()).as("all").isGreaterThanOrEqualTo(0.93).isGreaterThan(all.plain() + 0.35);
        assertThat(Objects.requireNonNull(byKind.get("typo")).ndcg())
                .as("typos")
                .isGreaterThanOrEqualTo(0.90);
        assertThat(byLanguage)
                .allSatisfy((language, score) -> assertThat(score.ndcg())
                        .as(language)
                        .isGreaterThanOrEqualTo(Set.of("people", "hashtags").contains(language) ? 0.95 : 0.85));
        assertThat(all.nothing()).as("nothing to be found").isGreaterThanOrEqualTo(0.75);
    }

    private void write(Baseline baseline) throws IOException {
        events.write(author.registered());
        lines("people.tsv").forEach(person -> {
            Somebody somebody = Somebody.named(person[1]).shownAs(person[2]);
            keys.put(somebody.id(), person[0]);
            events.write(somebody.registered());
            baseline.add(person[0], Map.of("username", person[1], "display_name", person[2]));
            rows.awaitIndexed(somebody);
        });
        List<String> texts = lines("posts.tsv").stream().map(post -> post[2]).toList();
        writeNoise(texts, baseline);
        TAGS.forEach((tag, count) -> {
            for (int n = 0; n < count; n++) {
                events.write(APost.by(author).tagged(tag).saying("#" + tag).created());
            }
            baseline.add(tag, Map.of("hashtag", tag));
        });
        APost last = null;
        for (String[] line : lines("posts.tsv")) {
            last = APost.by(author).in(line[1]).saying(line[2]);
            keys.put(last.id(), line[0]);
            events.write(last.created());
            baseline.add(line[0], Map.of("text", line[2]));
        }
        baseline.ready();
        awaitAll(Objects.requireNonNull(last));
    }

    private void writeNoise(List<String> texts, Baseline baseline) {
        Set<String> taken = new HashSet<>(texts);
        queries().forEach(query -> taken.add(query.text()));
        Map<String, List<String[]>> languages = lines("posts.tsv").stream()
                .filter(post -> !Set.of("zh", "ja", "th", "vi").contains(post[1]))
                .collect(Collectors.groupingBy(post -> post[1]));
        languages.forEach((language, posts) -> {
            Noise foreign = new Noise(posts.stream().map(post -> post[2]).toList(), taken);
            for (int n = 0; n < noise / languages.size(); n++) {
                String text = foreign.sentence();
                APost post = APost.by(author).in(language).saying(text);
                events.write(post.created());
                baseline.add("noise" + post.id(), Map.of("text", text));
            }
        });
    }

    private void awaitAll(APost last) {
        rows.awaitIndexed(last);
        await().untilAsserted(() -> assertThat(rows.dirty()).isZero());
    }

    private void judge(Baseline baseline) {
        queries().forEach(query -> {
            List<String> found = found(query);
            List<String> plain = switch (query.language()) {
                case "people" -> baseline.ask(query.text(), "username", "display_name");
                case "hashtags" -> baseline.ask(query.text(), "hashtag");
                default -> baseline.ask(query.text(), "text");
            };
            if (query.wantsNothing() ? !found.isEmpty() : query.ndcg(found) < 0.99) {
                LOG.info(
                        "{} {} \"{}\": {} instead of {}",
                        query.language(),
                        query.kind(),
                        query.text(),
                        first(found),
                        query.grades());
            }
            for (Score score : List.of(
                    all,
                    byLanguage.computeIfAbsent(query.language(), name -> new Score()),
                    byKind.computeIfAbsent(query.kind(), name -> new Score()))) {
                score.add(query, found, plain);
            }
        });
    }

    private static List<String> first(List<String> found) {
        return found.subList(0, Math.min(6, found.size()));
    }

    private List<String> found(JudgedQuery query) {
        return switch (query.language()) {
            case "people" -> keys(reader.accounts(query.text()));
            case "hashtags" ->
                JsonPath.read(
                        Reader.body(reader.get("/api/v2/search?type=hashtags&q={q}", query.text())),
                        "$.hashtags[*].name");
            default -> keys(reader.statuses(query.text(), query.language()));
        };
    }

    private List<String> keys(List<Long> ids) {
        return ids.stream().map(id -> keys.getOrDefault(id, "noise")).toList();
    }

    private void report() {
        StringBuilder table = new StringBuilder();
        table.append("\n|           | queries | nDCG@10 | recall | plain nDCG@10 | nothing found rightly |\n");
        table.append("|---|---|---|---|---|---|\n");
        table.append(all.row("all")).append('\n');
        byKind.forEach((name, score) -> table.append(score.row(name)).append('\n'));
        byLanguage.forEach((name, score) -> table.append(score.row(name)).append('\n'));
        LOG.info("{}", table);
    }

    private static List<JudgedQuery> queries() {
        return List.of("queries.tsv", "people-queries.tsv").stream()
                .flatMap(file -> lines(file).stream())
                .map(columns -> JudgedQuery.read(String.join("\t", columns)))
                .toList();
    }

    private static List<String[]> lines(String file) {
        try {
            var resource = Objects.requireNonNull(CollectionIntegrationTests.class.getResource("/collection/" + file));
            return Files.readAllLines(Path.of(resource.toURI())).stream()
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
