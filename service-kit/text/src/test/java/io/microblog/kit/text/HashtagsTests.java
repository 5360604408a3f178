package io.microblog.kit.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.microblog.kit.text.Texts.markdown;
import static io.microblog.kit.text.Texts.plain;
import static io.microblog.kit.text.Texts.tag;
import static org.assertj.core.api.Assertions.assertThat;

class HashtagsTests {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "#Spring, spring",
        "#日本語, 日本語",
        "#カタカナ・テスト, カタカナ・テスト",
        "#العربية, العربية",
        "#مَرحَبًا, مَرحَبًا",
        "#می\u200cخواهم, می\u200cخواهم",
        "#ภาษาไทย, ภาษาไทย",
        "#น้ำใจ, น\u0e49ําใจ",
        "#हिन्दी, हिन्दी",
        "#ශ්\u200dරීලංකා, ශ්\u200dරීලංකා",
        "#한국어, 한국어",
        "#ελληνικά, ελληνικά",
        "#Straße, strasse",
        "#ＦＵＬＬ, full",
        "＃全角, 全角",
        "#snake_case, snake_case",
        "#col·lecció, col·lecció",
        "#2026goals, 2026goals",
        "#12_34, 12_34",
        "#_private, _private",
        "#צה״ל, צה״ל",
        "#İstanbul, istanbul",
    })
    void recognisesAnyScript(String written, String name) {
        assertThat(Hashtags.normalise(written)).contains(name);
        assertThat(plain("so " + written + " it is").hashtags()).containsExactly(name);
        assertThat(markdown("so " + written + ", it is").hashtags()).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#",
                "# title",
                "#123",
                "#١٢٣",
                "#·",
                "#_",
                "#-x",
                "##",
                "#️⃣",
                "#!",
                "a#b",
                "/#b",
                "x=#b",
                "&#x27;",
                "#\u0301a"
            })
    void refusesWhatIsNone(String text) {
        assertThat(plain(text).hashtags()).isEmpty();
    }

    @Test
    void endsBeforePunctuation() {
        assertThat(plain("#one,#two. (#three) #four's #five-six #seven・").hashtagsAsWritten())
                .containsExactly("one", "two", "three", "four", "five", "seven");
    }

    @Test
    void isOneHashtagHoweverWritten() {
        Rendered rendered = plain("#Kaffee #KAFFEE #kaﬀee");

        assertThat(rendered.hashtags()).containsExactly("kaffee");
        assertThat(rendered.hashtagsAsWritten()).containsExactly("Kaffee");
    }

    @ParameterizedTest
    @CsvSource({
        "Straße, STRASSE",
        "Straße, STRAẞE",
        "İstanbul, istanbul",
        "Isparta, ısparta",
        "DİYARBAKIR, diyarbakır",
        "Οδός, ΟΔΌΣ",
        "οδόσ, οδός",
        "Ünïcode, ÜNÏCODE",
        "ＦｕｌｌＷｉｄｔｈ, fullwidth",
        "Ǆungla, ǆungla",
        "ქართული, ᲥᲐᲠᲗᲣᲚᲘ",
        "Ⅷ, viii",
        "ﬁn, FIN",
    })
    void isEqualWithoutCaseInEveryScript(String one, String other) {
        assertThat(Hashtags.normalise(one)).isEqualTo(Hashtags.normalise(other)).isPresent();
        Rendered rendered = plain("#" + one + " #" + other);
        assertThat(rendered.hashtags()).hasSize(1);
        assertThat(rendered.hashtagsAsWritten()).containsExactly(one);
        assertThat(Hashtags.normalise(rendered.hashtags().getFirst()))
                .contains(rendered.hashtags().getFirst());
    }

    @Test
    void isNoneWhereItsNormalFormWouldNotFit() {
        assertThat(Hashtags.normalise("\uFDFA".repeat(200))).isEmpty();
        assertThat(Hashtags.normalise("\uFDFA"))
                .hasValueSatisfying(name -> assertThat(name).doesNotContain(" "));
    }

    @Test
    void linksToItsTimeline() {
        assertThat(markdown("#Kaffee").html()).isEqualTo("<p>" + tag("kaffee", "Kaffee") + "</p>");
        assertThat(plain("#日本").html()).isEqualTo("<p>" + tag("%E6%97%A5%E6%9C%AC", "日本") + "</p>");
    }

    @Test
    void normalisesOnlyNames() {
        assertThat(Hashtags.normalise("two words")).isEmpty();
        assertThat(Hashtags.normalise("")).isEmpty();
        assertThat(Hashtags.normalise("123")).isEmpty();
        assertThat(Hashtags.normalise("a".repeat(Hashtags.MAX_LENGTH + 1))).isEmpty();
    }
}
