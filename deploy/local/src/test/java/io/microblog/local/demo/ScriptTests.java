package io.microblog.local.demo;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.microblog.local.demo.drawing.Pictures;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScriptTests {

    private final Script script = Script.load();
    private final List<Remark> posts =
            script.conversations().stream().flatMap(List::stream).toList();

    @Test
    void hasPeopleWhoPassTheRulesOfSignUp() {
        assertThat(script.people()).hasSizeGreaterThanOrEqualTo(60).allSatisfy(person -> {
            assertThat(person.username()).matches("[a-z0-9_]{1,30}");
            assertThat(person.name()).hasSizeBetween(1, 30);
            assertThat(person.note()).hasSizeBetween(1, 500);
            assertThat(person.fields()).hasSizeBetween(1, 4);
            assertThat(Pictures.kinds()).contains(person.header());
        });
    }

    @Test
    void hasManyDifferentPostsInEightLanguages() {
        assertThat(posts).hasSizeGreaterThan(250).extracting(Remark::text).doesNotHaveDuplicates();
        assertThat(posts).extracting(Remark::key).doesNotHaveDuplicates();
        assertThat(posts.stream().collect(Collectors.groupingBy(Remark::language, Collectors.counting())))
                .containsOnlyKeys("en", "es", "fr", "de", "pt", "ja", "ar", "hi")
                .allSatisfy((_, count) -> assertThat(count).isGreaterThan(15));
    }

    @Test
    void describesEachPicture() {
        List<Remark> withPicture = posts.stream()
                .filter(post -> post.options().containsKey("image"))
                .toList();

        assertThat(withPicture).hasSizeGreaterThan(50).allSatisfy(post -> {
            assertThat(Pictures.kinds()).contains(post.options().get("image"));
            assertThat(post.options().get("alt")).isNotBlank();
        });
    }

    @Test
    void repliesToSomebodyElseOrOneself() {
        assertThat(posts).filteredOn(post -> post.above() != null).hasSizeGreaterThan(120);
        assertThat(script.conversations()).allSatisfy(conversation -> {
            assertThat(conversation.getFirst().above()).isNull();
            assertThat(conversation).element(conversation.size() - 1).isNotNull();
        });
    }

    @Test
    void letsEverybodyFollowAndWrite() {
        Sociability sociability = new Sociability(script.people());
        Set<Person> followed = script.people().stream()
                .flatMap(person -> sociability.follows(person).stream())
                .collect(Collectors.toSet());

        assertThat(posts).extracting(Remark::author).containsAll(script.people());
        assertThat(followed).hasSizeGreaterThan(50);
        assertThat(script.people())
                .allSatisfy(person -> assertThat(sociability.follows(person))
                        .hasSizeBetween(8, 20)
                        .doesNotContain(person)
                        .isEqualTo(new Sociability(script.people()).follows(person)));
        assertThat(posts.stream()
                        .mapToInt(post -> sociability.admirers(post).size())
                        .sum())
                .isBetween(400, 2500);
    }
}
