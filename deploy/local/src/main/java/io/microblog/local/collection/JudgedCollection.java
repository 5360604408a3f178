package io.microblog.local.collection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What there is to be found, what people type to find it, and what lies around it. */
public final class JudgedCollection {

    /** A post; {@code key} is what judgements call it. */
    public record Post(String key, String language, String text) {}

    /** Somebody; {@code key} is what judgements call them. */
    public record Person(String key, String username, String displayName) {}

    /** A hashtag, and how many posts have it. */
    public record Hashtag(String name, int posts) {}

    /** Their letters say too little of their words, so nothing is made up in them. */
    private static final Set<String> WITHOUT_NOISE = Set.of("zh", "ja", "th", "vi");

    private JudgedCollection() {}

    public static List<Post> posts() {
        return lines("posts.tsv")
                .map(columns -> new Post(columns[0], columns[1], columns[2]))
                .toList();
    }

    public static List<Person> people() {
        return lines("people.tsv")
                .map(columns -> new Person(columns[0], columns[1], columns[2]))
                .toList();
    }

    public static List<Hashtag> hashtags() {
        return lines("hashtags.tsv")
                .map(columns -> new Hashtag(columns[0], Integer.parseInt(columns[1])))
                .toList();
    }

    public static List<JudgedQuery> queries() {
        return Stream.of("queries.tsv", "people-queries.tsv")
                .flatMap(JudgedCollection::lines)
                .map(JudgedQuery::read)
                .toList();
    }

    /** About so many posts that nobody looks for, in equal shares of the languages; always the same. */
    public static List<Post> noise(int count) {
        Set<String> taken = new HashSet<>();
        posts().forEach(post -> taken.add(post.text()));
        queries().forEach(query -> taken.add(query.text()));
        Map<String, List<String>> texts = new TreeMap<>(posts().stream()
                .filter(post -> !WITHOUT_NOISE.contains(post.language()))
                .collect(Collectors.groupingBy(Post::language, Collectors.mapping(Post::text, Collectors.toList()))));
        List<Post> noise = new ArrayList<>();
        texts.forEach((language, known) -> {
            Noise foreign = new Noise(known, taken);
            IntStream.range(0, count / texts.size())
                    .forEach(n -> noise.add(new Post("noise-" + language + n, language, foreign.sentence())));
        });
        return noise;
    }

    private static Stream<String[]> lines(String file) {
        try (InputStream in = Objects.requireNonNull(JudgedCollection.class.getResourceAsStream(file), file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().toList().stream().map(line -> line.split("\t"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
