package io.microblog.bench.data;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PeopleTests {

    private static final int COUNT = 1000;

    private final People people = People.of(1, COUNT);

    @Test
    void areTheSameForTheSameSeed() {
        People again = People.of(1, COUNT);

        assertThat(IntStream.range(0, COUNT))
                .allSatisfy(person -> assertThat(again.following(person)).isEqualTo(people.following(person)));
        assertThat(People.of(2, COUNT).following(0)).isNotEqualTo(people.following(0));
    }

    @Test
    void followAboutAHundredEachAndNeverThemselves() {
        double mean = IntStream.range(0, COUNT)
                .map(person -> people.following(person).length)
                .average()
                .orElseThrow();

        assertThat(mean).isBetween(90.0, 110.0);
        assertThat(IntStream.range(0, COUNT)).noneMatch(person -> people.follows(person, person));
    }

    @Test
    void areFollowedByFewOrByVeryMany() {
        int[] followers =
                IntStream.range(0, COUNT).map(people::followers).sorted().toArray();

        assertThat(followers[COUNT / 2]).isLessThan(100);
        assertThat(followers[COUNT - 5]).isGreaterThan(COUNT / 2);
        assertThat(IntStream.of(followers).sum())
                .isEqualTo(IntStream.range(0, COUNT)
                        .map(person -> people.following(person).length)
                        .sum());
    }
}
