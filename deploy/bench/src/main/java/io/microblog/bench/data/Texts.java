package io.microblog.bench.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What posts say: sentences of the demo in eight languages, and hashtags of which some are much more frequent than others. */
final class Texts {

    /**
     * A post's text.
     *
     * @param source as its author wrote it
     * @param html as it is shown
     */
    record Text(String language, String source, String html, List<String> hashtags) {}

    private static final String FOLDER = "/io/microblog/local/demo/posts/";
    private static final List<String> LANGUAGES = List.of("en", "es", "fr", "de", "pt", "ja", "ar", "hi");
    private static final List<String> TOPICS = List.of(
            "photo", "garden", "books", "music", "cycling", "food", "travel", "science", "space", "history", "code",
            "film", "craft", "sea", "weather", "animals", "art", "sport", "maps", "trains");
    private static final List<String> SUFFIXES =
            List.of("", "daily", "club", "tips", "friends", "2025", "news", "talk", "lovers", "today");

    private final long seed;
    private final String base;
    private final List<List<String>> sentences;
    private final Zipf languages = new Zipf(LANGUAGES.size(), 0.8);
    private final Zipf topics = new Zipf(TOPICS.size() * SUFFIXES.size(), 1);

    /** @param base the server's address, for links */
    Texts(long seed, String base) {
        this.seed = seed;
        this.base = base;
        this.sentences = LANGUAGES.stream().map(Texts::read).toList();
    }

    /** One to three sentences; two of five posts have hashtags. */
    Text of(int post) {
        SplittableRandom random = new SplittableRandom(seed ^ post * 0x9E3779B97F4A7C15L);
        int language = languages.draw(random);
        List<String> known = sentences.get(language);
        String said = Stream.generate(() -> known.get(random.nextInt(known.size())))
                .limit(1 + random.nextInt(3))
                .collect(Collectors.joining(" "));
        List<String> hashtags = random.nextInt(5) < 2
                ? Stream.generate(() -> hashtag(topics.draw(random)))
                        .limit(1 + random.nextInt(2))
                        .distinct()
                        .toList()
                : List.of();
        return new Text(LANGUAGES.get(language), source(said, hashtags), html(said, hashtags), hashtags);
    }

    static String hashtag(int rank) {
        return TOPICS.get(rank % TOPICS.size()) + SUFFIXES.get(rank / TOPICS.size());
    }

    private static String source(String said, List<String> hashtags) {
        return said + hashtags.stream().map(name -> " #" + name).collect(Collectors.joining());
    }

    private String html(String said, List<String> hashtags) {
        return "<p>" + escaped(said) + hashtags.stream().map(this::link).collect(Collectors.joining()) + "</p>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private String link(String hashtag) {
        return " <a href=\"%s/tags/%s\" class=\"mention hashtag\" rel=\"tag\">#<span>%s</span></a>"
                .formatted(base, URLEncoder.encode(hashtag, StandardCharsets.UTF_8), hashtag);
    }

    /** The lines that somebody says in the demo, without their hashtags. */
    private static List<String> read(String language) {
        try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(FOLDER + language + ".txt"))) {
            List<String> said = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("=") && !line.startsWith("--"))
                    .map(line -> line.replaceAll("#\\S+", "").strip())
                    .filter(line -> line.length() > 20 || !language.equals("en"))
                    .filter(line -> !line.isEmpty())
                    .forEach(said::add);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
