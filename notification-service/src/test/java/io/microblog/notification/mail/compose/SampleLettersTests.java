package io.microblog.notification.mail.compose;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.microblog.notification.language.Languages;
import io.microblog.notification.mail.Template;
import io.microblog.notification.mail.provider.Mail;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is true of each mail in each language, whoever and whatever it tells of. */
class SampleLettersTests {

    private static final List<String> LINES = List.of(
            "Eve\r\nBcc: all@evil.example",
            "Eve\nContent-Type: text/html\n\n<b>hi</b>",
            "Eve\u2028X-A: b\u0085X-B: c\u0000");
    private static final String STOP = "https://blog.example/api/v1/mail/unsubscribe?token=sample";

    private static final SampleLetters SAMPLES = Writing.builtIn().samples();

    static Stream<String> kinds() {
        return SAMPLES.kinds().stream();
    }

    @Test
    void hasEachKindThatHasASubject() {
        assertThat(SAMPLES.kinds())
                .hasSizeGreaterThan(Template.values().length)
                .contains("confirmation", "email_change.next", "poll.own", "several.reblog", "digest.weekly");
        assertThat(SAMPLES.find("poetry", Locale.ENGLISH)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void saysEverythingInEachLanguage(String kind) {
        for (Locale locale : Languages.all()) {
            Letter letter = found(SAMPLES.find(kind, locale));
            Document html = Jsoup.parse(letter.html());

            assertThat(letter.subject() + letter.text() + html.text())
                    .as(locale.toString())
                    .doesNotContain("{", "}", "[(", "null", "??", " \n", "\n\n\n")
                    .doesNotContainPattern("mark[0-9a-f]{32}");
            assertThat(html.title()).isEqualTo(letter.subject());
            assertThat(html.select("html").attr("lang")).isEqualTo(locale.getLanguage());
            assertThat(html.select("html").attr("dir"))
                    .isEqualTo(locale.getLanguage().equals("ar") ? "rtl" : "ltr");
            assertThat(html.select("img:not([alt]), table:not([role=presentation]), a:not([href])"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void writesTheAddressOfTheButtonOut(String kind) {
        for (Locale locale : Languages.all()) {
            Letter letter = found(SAMPLES.find(kind, locale));
            Document html = Jsoup.parse(letter.html());
            String address = html.select("a[style*=border-radius]").attr("href");

            assertThat(html.select("p > span[dir=ltr]").eachText())
                    .as(locale.toString())
                    .containsExactly(address);
            assertThat(letter.text()).contains("\n" + address + "\n");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void endsByOneClickWhatNobodyMustGet(String kind) {
        Letter letter = found(SAMPLES.find(kind, Locale.ENGLISH));

        assertThat(letter.text().contains(STOP)).isEqualTo(SampleLetters.isStoppable(kind));
        assertThat(Jsoup.parse(letter.html()).select("a").eachAttr("href").contains(STOP))
                .isEqualTo(SampleLetters.isStoppable(kind));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void takesLiterallyWhatPeopleWrite(String kind) {
        for (Locale locale : Languages.all()) {
            for (String text : LettersTests.HOSTILE) {
                Letter letter = SAMPLES.write(kind, new Sample(locale, text, text, text));
                Document html = Jsoup.parse(letter.html());

                assertThat(html.select("script, img, iframe, [onload], [onerror]"))
                        .as(text)
                        .isEmpty();
                assertThat(html.select("a").eachAttr("href"))
                        .as(text)
                        .allMatch(link -> link.startsWith("https://blog.example/"));
                assertThat(html.wholeText()).as(text).contains(text);
                assertThat(letter.text()).as(text).contains(text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nobodyWritesAHeader(String kind) {
        for (Locale locale : Languages.all()) {
            for (String text : LINES) {
                Letter letter = SAMPLES.write(kind, new Sample(locale, text, text, text));
                var mail =
                        new Mail(1, "ann@example.org", letter.subject(), letter.text(), letter.html(), kind, Map.of());

                assertThat(mail.subject()).as(text).doesNotContainPattern("\\R|\\p{Cntrl}");
                assertThat(Jsoup.parse(letter.html()).select("b")).as(text).isEmpty();
            }
        }
    }

    private static Letter found(Optional<Letter> letter) {
        return letter.orElseThrow();
    }
}
