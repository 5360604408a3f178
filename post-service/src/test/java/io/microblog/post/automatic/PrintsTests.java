package io.microblog.post.automatic;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PrintsTests {

    private static final String OFFER =
            "Get rich within a week: write to our friendly team and we will tell you how to do it from home";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Get rich within a week: write to our friendly team and we will tell you how to do it from home!!!
            GET RICH within a week: write to our friendly team and we will tell you how to do it from home
            @anna get rich within a week: write to our friendly team and we will tell you how to do it from home https://a.example/1
            Get rich within a week: write to our friendly team and we will tell you how to do it at home
            """)
    void findsWhatSaysNearlyTheSame(String other) {
        assertThat(shared(OFFER, other)).isGreaterThanOrEqualTo(Prints.SHARED);
    }

    @Test
    void findsItInAnyScript() {
        String japanese = "自宅で簡単に稼げる方法を無料で教えます。今すぐ友達登録してください。残りわずかです";
        assertThat(shared(japanese, japanese + "！急いで")).isGreaterThanOrEqualTo(Prints.SHARED);
    }

    @Test
    void leavesApartWhatSaysSomethingElse() {
        var random = new Random(7);
        String[] texts = IntStream.range(0, 300)
                .mapToObj(_ -> random.ints(40, 0, 400)
                        .mapToObj(word -> "word" + Integer.toString(word * 7919, 36))
                        .collect(Collectors.joining(" ")))
                .toArray(String[]::new);
        long alike = IntStream.range(1, texts.length)
                .filter(i -> shared(texts[0], texts[i]) >= Prints.SHARED)
                .count();
        assertThat(alike).isZero();
    }

    @Test
    void hasNothingToCompareInShortTexts() {
        assertThat(Prints.of("", "Good morning! @everybody https://somewhere.example/with/a/long/path"))
                .isEmpty();
    }

    private static long shared(String one, String other) {
        int[] others = Prints.of("", other);
        return Arrays.stream(Prints.of("", one))
                .filter(print -> Arrays.stream(others).anyMatch(p -> p == print))
                .count();
    }
}
