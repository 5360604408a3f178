package io.microblog.post.card;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CardTextTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Two\u00A0words | Two words
                    a &lt; b | a &lt; b
                    a < b | a < b
                    <script>alert(1)</script>Safe | Safe
                    <img src=x onerror=alert(1)>Picture | Picture
                    "><svg onload=alert(1)> | ">
                    <b>Bold</b> news | Bold news
                    """)
    void hasNoMarkup(String text, String line) {
        assertThat(CardText.title(text.replace('\u00A0', '\n'))).isEqualTo(line);
    }

    @Test
    void readsAsItShows() {
        assertThat(CardText.title("a\u202Eb\u0000c\td\u2028e")).isEqualTo("abc d e");
    }

    @Test
    void isOneLineOfABoundedLengthWhateverItWas() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            String text = random.ints(random.nextInt(2_000), 0, 0x20000)
                    .map(c -> random.nextInt(8) == 0 ? "<>&\n \u202E".charAt(random.nextInt(6)) : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String title = CardText.title(text);

            assertThat(title).hasSizeLessThanOrEqualTo(300).doesNotContain("\n", "\u202E", "\u0000");
            assertThat(title.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE))
                    .isTrue();
            assertThat(title).isEqualTo(title.strip());
        }
    }
}
