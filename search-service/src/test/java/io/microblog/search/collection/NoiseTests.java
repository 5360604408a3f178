package io.microblog.search.collection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.local.collection.JudgedCollection;
import io.microblog.local.collection.JudgedQuery;
import io.microblog.search.analysis.Analysed;
import io.microblog.search.analysis.QueryPart;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Noise that says what is asked for would be an answer, and right to be found. */
class NoiseTests {

    private static final int SENTENCES = 30_000;

    /** Its words are of several syllables, each of which is written apart and stands in many. */
    private static final String OF_SYLLABLES = "vi";

    @Test
    void saysNoWordThatIsAskedFor() {
        Set<String> asked = asked();
        Map<String, String> said = new HashMap<>();
        for (JudgedCollection.Post post : JudgedCollection.noise(SENTENCES)) {
            for (String word : post.text().split(" ")) {
                if (!post.language().equals(OF_SYLLABLES)) {
                    said.putIfAbsent(word, post.language());
                }
            }
        }
        Set<String> wrong = new HashSet<>();
        said.forEach((word, language) -> terms(Analysed.of(word, language)).stream()
                .filter(asked::contains)
                .forEach(term -> wrong.add(language + " " + word + " is " + term)));
        assertThat(wrong).isEmpty();
    }

    @Test
    void saysNotAllSyllablesThatAreAskedFor() {
        List<Set<String>> asked = queries()
                .filter(query -> query.language().equals(OF_SYLLABLES))
                .map(query -> parts(query).stream()
                        .flatMap(part -> part.units().stream())
                        .collect(Collectors.toSet()))
                .toList();

        assertThat(JudgedCollection.noise(SENTENCES).stream()
                        .filter(post -> post.language().equals(OF_SYLLABLES))
                        .map(post -> new HashSet<>(List.of(
                                Analysed.of(post.text(), OF_SYLLABLES).words().split(" "))))
                        .filter(said -> asked.stream().anyMatch(said::containsAll)))
                .isEmpty();
    }

    @Test
    void saysNoRunOfCharactersThatIsAskedFor() {
        Set<String> runs = queries()
                .flatMap(query -> parts(query).stream())
                .flatMap(part ->
                        part instanceof QueryPart.Run run ? Stream.of(String.join(" ", run.units())) : Stream.empty())
                .collect(Collectors.toSet());

        assertThat(JudgedCollection.noise(SENTENCES).stream()
                        .map(post -> Analysed.of(post.text(), post.language()).words())
                        .filter(words -> runs.stream().anyMatch(words::contains)))
                .isEmpty();
    }

    @Test
    void isOfEachLanguageInEqualShares() {
        Map<String, Long> shares = JudgedCollection.noise(SENTENCES).stream()
                .collect(Collectors.groupingBy(JudgedCollection.Post::language, Collectors.counting()));

        assertThat(shares.keySet())
                .isEqualTo(JudgedCollection.posts().stream()
                        .map(JudgedCollection.Post::language)
                        .collect(Collectors.toSet()));
        assertThat(Set.copyOf(shares.values())).hasSize(1);
    }

    private static Stream<JudgedQuery> queries() {
        return JudgedCollection.queries().stream()
                .filter(query -> !Set.of("people", "hashtags").contains(query.language()));
    }

    private static List<QueryPart> parts(JudgedQuery query) {
        return QueryPart.of(query.text(), List.of(query.language()));
    }

    /** The words of all queries, and their stems in the queries' languages. */
    private static Set<String> asked() {
        return queries()
                .flatMap(query -> parts(query).stream()
                        .flatMap(part -> part instanceof QueryPart.Word word ? Stream.of(word) : Stream.empty())
                        .filter(word -> !word.optional())
                        .flatMap(word -> Stream.concat(
                                Stream.of(word.word()),
                                word.stems().stream().filter(stem -> stem.startsWith(query.language() + ":")))))
                .collect(Collectors.toSet());
    }

    private static Set<String> terms(Analysed text) {
        Set<String> terms = new HashSet<>(List.of(text.words().split(" ")));
        terms.addAll(text.stems());
        return terms;
    }
}
