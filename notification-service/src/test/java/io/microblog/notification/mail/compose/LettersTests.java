package io.microblog.notification.mail.compose;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.microblog.notification.account.KnownAccount;
import io.microblog.notification.announcement.AnnouncementText;
import io.microblog.notification.language.Languages;
import io.microblog.notification.mail.Template;
import io.microblog.notification.mail.compose.LetterContent.Section;
import io.microblog.notification.mail.compose.Letters.Reader;
import io.microblog.testing.Catalogue;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LettersTests {

    private static final String STOP = "https://blog.example/api/v1/mail/unsubscribe?token=1.reply.abc";
    private static final KnownAccount BOB = new KnownAccount(2, "bob", "Bob", false);
    static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "\"><a href=\"https://evil.example\">click</a>",
            "</title></head><body onload=alert(1)>",
            "${7*7} #{x} [[${7*7}]] [(${7*7})] __${7*7}__ *{7*7} @{/x} ~{x}",
            "{0} '{1}' ''",
            "javascript:alert(1)",
            "]]><!--");

    private final Letters letters = Writing.builtIn().letters();

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ar"})
    void takesWhatPeopleWroteLiterally(String locale) {
        for (String text : HOSTILE) {
            Letter letter = post(
                    Template.REPLY, new Reader(text, locale), new KnownAccount(2, "eve", text, false), 7, text, STOP);
            Document html = Jsoup.parse(letter.html());

            assertThat(html.select("script, img, [onload], [onerror]")).as(text).isEmpty();
            assertThat(html.select("a").eachAttr("href")).as(text).containsExactly("https://blog.example/@eve/7", STOP);
            assertThat(html.wholeText()).as(text).contains(text);
            assertThat(html.select("p bdi, span bdi").size()).as(text).isEqualTo(locale.equals("ar") ? 4 : 0);
            assertThat(html.title()).as(text).contains(text.strip().replaceAll("\\s+", " "));
            assertThat(letter.text()).as(text).contains("> " + text);
            assertThat(letter.subject().replaceAll("[\u2068\u2069]", ""))
                    .as(text)
                    .contains(text + " (@eve)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ar"})
    void takesWhatADigestTellsLiterally(String locale) {
        Locale language = Languages.of(locale);
        for (String text : HOSTILE) {
            String name = new KnownAccount(2, "eve", text, false).name(language);
            var section = new Section(
                    letters.count("followers", 11, language), List.of(letters.entry(name, text, "/@eve/7")));
            Letter letter = letters.digest("weekly", new Reader(text, locale), List.of(section), STOP);
            Document html = Jsoup.parse(letter.html());

            assertThat(html.select("script, img, [onload], [onerror]")).as(text).isEmpty();
            assertThat(html.select("a").eachAttr("href"))
                    .as(text)
                    .containsExactly("https://blog.example/@eve/7", "https://blog.example/notifications", STOP);
            assertThat(html.select(".quote").eachText()).as(text).containsExactly(text);
            assertThat(html.select("h2").text()).as(text).containsPattern("\\p{Nd}{2} ");
            assertThat(letter.text()).as(text).contains("  > " + text, "https://blog.example/@eve/7");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ar"})
    void greetsEachReaderOfACircularLetterLiterally(String locale) {
        CircularLetter circular = letters.announcement(Languages.of(locale), written("en", "<p>News</p>", "News"));
        for (String name : HOSTILE) {
            Letter letter = circular.to(new Reader(name, locale), STOP);
            Document html = Jsoup.parse(letter.html());

            assertThat(html.select("script, img, [onload], [onerror]")).as(name).isEmpty();
            assertThat(html.select("a").eachAttr("href")).as(name).containsExactly("https://blog.example/", STOP);
            assertThat(html.wholeText()).as(name).contains(name);
            assertThat(letter.text().replaceAll("[\u2068\u2069]", "")).as(name).contains(name, STOP);
            assertThat(letter.text() + letter.html()).as(name).doesNotContainPattern("mark[0-9a-f]{32}");
        }
    }

    @Test
    void speaksEnglish() {
        Letter letter = follow(Template.FOLLOW, new Reader("Ann", "en-GB"), BOB, STOP);

        assertThat(letter.subject()).isEqualTo("Bob (@bob) followed you");
        assertThat(letter.text()).isEqualTo("""
                Hello Ann,

                Bob (@bob) followed you.

                See the profile:
                https://blog.example/@bob

                --
                You get this mail because somebody signed up at blog.example with this address.
                No more mails like this: https://blog.example/api/v1/mail/unsubscribe?token=1.reply.abc
                """);
    }

    @Test
    void speaksSpanish() {
        Letter letter = post(Template.REPLY, new Reader("Ana", "es"), BOB, 7, "Sí.\n\n¿Y tú?", STOP);

        assertThat(letter.subject()).isEqualTo("Bob (@bob) te ha respondido");
        assertThat(letter.text()).isEqualTo("""
                Hola, Ana:

                Bob (@bob) ha respondido a tu publicación:

                > Sí.
                >
                > ¿Y tú?

                Leer la respuesta:
                https://blog.example/@bob/7

                --
                Recibes este correo porque alguien se registró en blog.example con esta dirección.
                No quiero más correos como este: https://blog.example/api/v1/mail/unsubscribe?token=1.reply.abc
                """);
        assertThat(Jsoup.parse(letter.html()).select("html").attr("lang")).isEqualTo("es");
    }

    @Test
    void speaksEnglishToWhomItCannotUnderstand() {
        assertThat(follow(Template.FOLLOW, new Reader("안나", "ko-KR"), BOB, STOP).subject())
                .endsWith("followed you");
        assertThat(follow(Template.FOLLOW, new Reader("x", "not a language"), BOB, STOP)
                        .subject())
                .endsWith("followed you");
    }

    @Test
    void tellsOfAPostThatWasNotPublished() {
        Letter letter = letters.returned(new Reader("Ann", "en"));

        assertThat(letter.subject()).isEqualTo("Your post was not published");
        assertThat(letter.text()).isEqualTo("""
                Hello Ann,

                A post of yours on Corner Talk was not published. Nothing is lost: it is among your drafts, with the reason.

                See the drafts:
                https://blog.example/drafts

                --
                You get this mail because somebody signed up at blog.example with this address.
                """);
        assertThat(letters.returned(new Reader("Ana", "es")).subject()).isEqualTo("Tu publicación no se ha publicado");
        assertThat(letters.returned(new Reader("آنا", "ar")).html()).contains("dir=\"rtl\"");
    }

    @Test
    void confirmsWithTheLinkAlone() {
        String link = "https://blog.example/auth/confirmation?confirmation_token=a-b_c";
        Letter letter = letters.security("confirmation", new Reader("@ann", "en"), until(link));

        assertThat(letter.subject()).isEqualTo("Confirm your e-mail address");
        assertThat(letter.text())
                .contains(
                        "Hello @ann,",
                        "Welcome to Corner Talk!",
                        link,
                        "The link works until November 23, 2026",
                        "UTC");
        assertThat(letter.text()).doesNotContain("No more mails");
        assertThat(Jsoup.parse(letter.html()).select("a").eachAttr("href")).containsExactly(link);
        assertThat(Jsoup.parse(letter.html()).body().text()).startsWith("Corner Talk Hello");
        assertThat(letters.security("confirmation", new Reader("@ann", "es"), until(link))
                        .text())
                .contains("23 de noviembre de 2026");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Asia/Kolkata     | November 23, 2026, 7:35 PM IST
            es | Europe/Madrid    | 23 de noviembre de 2026, 15:05 CET
            ar | America/St_Johns | 10:35
            """)
    void tellsTimesByTheClocksOfTheReader(String locale, String zone, String time) {
        Instant expiry = Instant.parse("2026-11-23T14:05:00Z");
        var matter = new Letters.Matter(
                "https://blog.example/auth/confirmation?confirmation_token=a-b_c",
                expiry,
                null,
                null,
                null,
                ZoneId.of(zone));

        assertThat(letters.security("confirmation", new Reader("@ann", locale), matter)
                        .text()
                        .replace('\u202f', ' '))
                .contains(time);
    }

    @Test
    void namesByHandleWhoChoseNoName() {
        Letter letter = follow(Template.FOLLOW, new Reader("Ann", "en"), new KnownAccount(2, "bob", " ", false), STOP);
        assertThat(letter.subject()).isEqualTo("@bob followed you");
    }

    @Test
    void writesFromTheRightWhereTheLanguageDoes() {
        Letter letter = post(Template.REPLY, new Reader("منى", "ar-EG"), BOB, 7, "Hello", STOP);
        Document html = Jsoup.parse(letter.html());

        assertThat(html.select("html").attr("dir")).isEqualTo("rtl");
        assertThat(html.select("html").attr("lang")).isEqualTo("ar");
        assertThat(letter.subject()).isEqualTo("ردّ عليك \u2068Bob\u2069 (\u2068@bob\u2069)");
        assertThat(Jsoup.parse(follow(Template.FOLLOW, new Reader("Ann", "en"), BOB, STOP)
                                .html())
                        .select("html")
                        .attr("dir"))
                .isEqualTo("ltr");
    }

    @ParameterizedTest
    @EnumSource
    void lettersToTheRightOfAHandleStayThereInArabic(Template template) {
        Letter letter = about(template, "u06", "ar", "Firefox, Linux");

        String plain = letter.subject() + letter.text().replaceAll("https?://\\S+", "");
        assertIsolated(plain, "@u06");
        assertIsolated(plain, "blog.example");
        assertIsolated(plain, "Firefox, Linux");
        Document html = Jsoup.parse(letter.html());
        html.body().select("bdi, a, .quote, [dir=auto], [dir=ltr]").remove();
        assertThat(html.body().text()).doesNotContainPattern("[A-Za-z0-9@]");
    }

    @ParameterizedTest
    @EnumSource
    void namesFromTheRightTurnNoSentenceRound(Template template) {
        for (String locale : List.of("en", "es")) {
            Letter letter = about(template, "عمر خليل", locale, "عمر خليل");

            assertIsolated(letter.subject() + letter.text().replaceAll("(?m)^> .*", ""), "عمر خليل");
            Document html = Jsoup.parse(letter.html());
            assertThat(html.select("bdi").eachText()).as(locale).contains("عمر خليل");
            html.body().select("bdi, .quote").remove();
            assertThat(html.body().text()).as(locale).doesNotContainPattern("[\\u0600-\\u06ff\u2068\u2069]");
        }
    }

    @Test
    void nobodyBreaksOutOfTheirIsolation() {
        String name = "\u2069\u202eعمر\u2066";
        Letter letter = follow(Template.FOLLOW, new Reader(name, "en"), new KnownAccount(2, "eve", name, false), STOP);

        assertThat(letter.subject()).isEqualTo("\u2068عمر\u2069 (@eve) followed you");
        assertThat(letter.text()).startsWith("Hello \u2068عمر\u2069,\n");
    }

    private Letter follow(Template template, Reader reader, KnownAccount actor, String stop) {
        return letters.news(template, reader, new NewsItem(List.of(actor), null, "/@" + actor.username(), false), stop);
    }

    private Letter post(Template template, Reader reader, KnownAccount actor, long id, String words, String stop) {
        return letters.news(template, reader, item(words, "/@" + actor.username() + "/" + id, actor), stop);
    }

    private static NewsItem item(String words, String path, KnownAccount... actors) {
        return new NewsItem(List.of(actors), words, path, false);
    }

    /** @param name of the reader, and of who did what the letter tells of */
    private Letter about(Template template, String name, String locale, String detail) {
        var account = new KnownAccount(2, "u06", name.equals("u06") ? "" : name, false);
        String link = "https://blog.example/x";
        return switch (template) {
            case FOLLOW, FOLLOW_REQUEST -> follow(template, new Reader(name, locale), account, STOP);
            case MENTION, REPLY, FAVOURITE, REBLOG, POLL ->
                post(
                        template,
                        new Reader(name, locale),
                        account,
                        7,
                        letters.warning(new Reader(name, locale), name),
                        STOP);
            case RETURNED_POST -> letters.returned(new Reader(name, locale));
            case RELEASED_POST -> letters.released(new Reader(name, locale), "/@u06/7");
            case APPEAL -> letters.appealed(new Reader(name, locale), account, STOP);
            case ANNOUNCEMENT ->
                letters.announcement(Languages.of(locale), written(locale, "", ""))
                        .to(new Reader(name, locale), STOP);
            default -> {
                Instant time = Instant.parse("2026-11-23T14:05:00Z");
                var matter = new Letters.Matter(link, time, time, detail, null, ZoneId.of("UTC"));
                String greeted = name.equals("u06") ? "@u06" : name;
                yield letters.security(template.key(), new Reader(greeted, locale), matter);
            }
        };
    }

    /** Each time that it is said, it is said for itself. */
    private static void assertIsolated(String text, String value) {
        assertThat(text.replaceAll("\u2068[^\u2068\u2069]*\u2069", "")).doesNotContain(value);
        assertThat(text.chars().filter(sign -> sign == '\u2068').count())
                .isEqualTo(text.chars().filter(sign -> sign == '\u2069').count());
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "SIGN_UP_ATTEMPT",
                "APPROVAL",
                "PASSWORD_RESET",
                "PASSWORD_CHANGE",
                "EMAIL_CHANGE",
                "NEW_DEVICE",
                "WARNING",
                "REMOVAL",
                "SENSITIZING",
                "LIMITATION",
                "FREEZE",
                "SUSPENSION"
            })
    void tellsWhatConcernsTheAccount(Template template) {
        for (String locale : List.of("en", "es", "ar")) {
            Letter letter =
                    letters.security(template.key(), new Reader("@ann", locale), until("https://blog.example/x"));

            assertThat(letter.text()).contains("https://blog.example/x", "2026").doesNotContain("{");
            assertThat(letter.subject()).isNotBlank();
        }
        Letter next = letters.security("email_change.next", new Reader("@ann", "en"), until("https://blog.example/x"));
        assertThat(next.subject()).isEqualTo("Confirm your new address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "ar"})
    void saysEverythingInEachLanguage(String language) {
        var english = new Catalogue("/mail/messages.properties");
        var other = new Catalogue("/mail/messages_" + language + ".properties");

        assertThat(other.keys()).isEqualTo(english.keys());
        english.keys().forEach(key -> assertThat(other.arguments(key)).as(key).isEqualTo(english.arguments(key)));
    }

    @Test
    void tellsSeveralThingsTogether() {
        Letter letter = letters.several(
                Template.FAVOURITE,
                new Reader("Ann", "en"),
                List.of(
                        item("My trip", "/@ann/1", BOB, new KnownAccount(3, "eve", "", false)),
                        item("My cat", "/@ann/2", BOB)),
                3,
                STOP);

        assertThat(letter.subject()).isEqualTo("Favourites of your posts: 3");
        assertThat(letter.text()).isEqualTo("""
                Hello Ann,

                This is new on Corner Talk.

                * Favourited by Bob (@bob) and @eve:
                  > My trip
                  https://blog.example/@ann/1

                * Bob (@bob) favourited your post:
                  > My cat
                  https://blog.example/@ann/2

                See all notifications:
                https://blog.example/notifications

                --
                You get this mail because somebody signed up at blog.example with this address.
                No more mails like this: https://blog.example/api/v1/mail/unsubscribe?token=1.reply.abc
                """);
        assertThat(Jsoup.parse(letter.html()).select("a").eachAttr("href"))
                .containsExactly(
                        "https://blog.example/@ann/1",
                        "https://blog.example/@ann/2",
                        "https://blog.example/notifications",
                        STOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ar"})
    void takesLiterallyWhatIsToldTogether(String locale) {
        for (String text : HOSTILE) {
            var eve = new KnownAccount(2, "eve", text, false);
            Letter letter = letters.several(
                    Template.REBLOG,
                    new Reader(text, locale),
                    IntStream.range(0, 12)
                            .mapToObj(number -> item(text, "/@ann/" + number, eve, BOB, eve, BOB, eve))
                            .toList(),
                    60,
                    STOP);
            Document html = Jsoup.parse(letter.html());

            assertThat(html.select("script, img, [onload], [onerror]")).as(text).isEmpty();
            assertThat(html.select(".quote")).as(text).hasSize(10);
            assertThat(html.wholeText()).as(text).contains(text);
            assertThat(letter.text()).as(text).contains("  > " + text);
        }
    }

    @Test
    void tellsVotersAndAuthorsOfTheEndOfAPoll() {
        Reader ann = new Reader("Ann", "en");
        assertThat(letters.news(Template.POLL, ann, item("Tea?", "/@bob/7", BOB), STOP)
                        .text())
                .contains("A poll of Bob (@bob) that you voted in has ended:", "> Tea?", "https://blog.example/@bob/7");
        assertThat(letters.news(Template.POLL, ann, new NewsItem(List.of(BOB), "Tea?", "/@bob/7", true), STOP)
                        .subject())
                .isEqualTo("Your poll has ended");
    }

    @Test
    void tellsWhatTheServerAnnounces() {
        Letter letter = letters.announcement(
                        Languages.of("es"),
                        written(
                                "en",
                                "<p>We move on <strong>Sunday</strong>.</p>",
                                "We move on Sunday.\n\nBring boxes."))
                .to(new Reader("Ana", "es"), STOP);

        assertThat(letter.subject()).isEqualTo("Corner Talk: We move on Sunday.");
        assertThat(letter.text()).isEqualTo("""
                Hola, Ana:

                Novedades de Corner Talk:

                We move on Sunday.

                Bring boxes.

                Abrir en el navegador:
                https://blog.example/

                --
                Recibes este correo porque alguien se registró en blog.example con esta dirección.
                No quiero más correos como este: https://blog.example/api/v1/mail/unsubscribe?token=1.reply.abc
                """);
        Document html = Jsoup.parse(letter.html());
        assertThat(html.select("div[lang=en] strong").text()).isEqualTo("Sunday");
        assertThat(html.select("html").attr("lang")).isEqualTo("es");
    }

    private static AnnouncementText written(String language, String html, String plain) {
        return new AnnouncementText(language, plain, html, plain, List.of(), List.of());
    }

    private static Letters.Matter until(String link) {
        Instant time = Instant.parse("2026-11-23T14:05:00Z");
        return new Letters.Matter(link, time, time, "Firefox, Linux", time, ZoneId.of("UTC"));
    }
}
