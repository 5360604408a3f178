package io.microblog.local.collection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
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
        Set<String> asked = Stream.concat(
                        posts().stream().map(Post::text), queries().stream().map(JudgedQuery::text))
                .flatMap(Noise::words)
                .collect(Collectors.toSet());
        List<String[]> languages = lines("noise.tsv").toList();
        List<Post> noise = new ArrayList<>();
        for (String[] columns : languages) {
            Noise foreign = new Noise(columns[0], words(columns[1]), words(columns[2]), asked);
            IntStream.range(0, count / languages.size())
                    .forEach(n -> noise.add(new Post("noise-" + columns[0] + n, columns[0], foreign.sentence())));
        }
        return noise;
    }

    /** All posts, scattered among so many that nobody looks for, so that age says nothing; always in the same order. */
    public static List<Post> postsAmong(int noise) {
        List<Post> all = new ArrayList<>(posts());
        all.addAll(noise(noise));
        Collections.shuffle(all, new Random(18));
        return all;
    }

    private static List<String> words(String column) {
        return List.of(column.split(" "));
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
