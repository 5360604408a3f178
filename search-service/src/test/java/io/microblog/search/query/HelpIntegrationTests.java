package io.microblog.search.query;

import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import io.microblog.event.Visibility;
import io.microblog.search.APost;
import io.microblog.search.EventWriter;
import io.microblog.search.Ids;
import io.microblog.search.Owners;
import io.microblog.search.Reader;
import io.microblog.search.Rows;
import io.microblog.search.SearchTest;
import io.microblog.search.Somebody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an answer says besides what was found: why, and what may have been meant. */
@SearchTest
class HelpIntegrationTests {

    @Autowired
    EventWriter events;

    @Autowired
    Reader reader;

    @Autowired
    Rows rows;

    @Autowired
    Owners owners;

    private final Somebody author = Somebody.named("help" + Long.toString(System.nanoTime(), 36));

    @BeforeEach
    void authorIsThere() {
        events.write(author.registered());
        rows.awaitIndexed(author);
    }

    @AfterEach
    void ownersAreWell() {
        owners.heal();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The marmots were whistling | marmot whistle | marmots,whistling",
                "en | Wi-Fi for marmots | wifi | Wi,Fi",
                "en | Marmotology is young | marmotol | Marmotology",
                "en | A marrmot on a rock | marmot | marrmot",
                "de | Murmeltierbau im Schnee | Bau | ",
                "de | Die Murmeltierforschung ruht | Forschung | Murmeltierforschung",
                "ru | Сурков видели у реки | сурки | Сурков",
                "ja | 山でマーモットを見ました | マーモット | マーモット",
                "zh | 我在高山上看到了土拨鼠 | 土撥鼠 | 土拨鼠",
                "he | המרמיטות שרקו | מרמיטה | המרמיטות",
                "en | ﬁne ＭＡＲＭＯＴ &lt;b&gt; | marmot | ＭＡＲＭＯＴ",
            })
    void pointsAtWhatMatches(String language, String text, String query, String expected) {
        APost post = written(
                text.replace("&lt;", "<").replace("&gt;", ">"),
                language,
                ", \"content\": \"<p>%s</p>\", \"language\": \"%s\"".formatted(text, language));

        List<Map<String, Object>> highlights = highlights(post, query);

        if (expected == null) {
            assertThat(highlights).isEmpty();
            return;
        }
        assertThat(highlights).hasSize(1);
        assertThat(marked(highlights.getFirst())).containsExactly(expected.split(","));
        assertThat(highlights.getFirst()).containsEntry("of", "content");
    }

    @Test
    void pointsIntoEachTextOfAPost() {
        APost post = written("A capybara", "en", """
                , "content": "<p>Look: a capybara<br>and &amp; &lt;script&gt;</p>", "spoiler_text": "Capybara!",
                "language": "en", "media_attachments": [{"description": null}, {"description": "Two capybaras bathe"}],
                "poll": {"options": [{"title": "Yes"}, {"title": "More capybara"}]}""".replace("\n", " "));

        List<Map<String, Object>> highlights = highlights(post, "capybara");

        assertThat(highlights)
                .extracting(highlight -> highlight.get("of"))
                .containsExactly("spoiler_text", "content", "media", "poll");
        assertThat(highlights)
                .extracting(highlight -> highlight.get("text"))
                .containsExactly(
                        "Capybara!", "Look: a capybara\nand & <script>", "Two capybaras bathe", "More capybara");
        assertThat(highlights.stream().flatMap(highlight -> marked(highlight).stream()))
                .containsExactly("Capybara", "capybara", "capybaras", "capybara");
    }

    @Test
    void cutsLongTextsAroundTheFirstMatch() {
        String words = "lorem ipsum 😀 ".repeat(40);
        String text = words + "wombat burrow " + words;
        APost post = written(text, "en", ", \"content\": \"<p>%s</p>\", \"language\": \"en\"".formatted(text));

        Map<String, Object> highlight = highlights(post, "wombat").getFirst();

        assertThat((String) highlight.get("text")).hasSizeLessThan(330).contains("wombat burrow");
        assertThat(marked(highlight)).containsExactly("wombat");
    }

    @Test
    void pointsAtNothingWhereOnlyOperatorsAreAsked() {
        APost post = written("An axolotl", "en", ", \"content\": \"<p>An axolotl</p>\"");

        assertThat(highlights(post, "from:" + author.username())).isEmpty();
    }

    @Test
    void saysWhatMayHaveBeenMeant() {
        for (String text : List.of("A platypus by the creek", "The platypus again")) {
            written(text, "en", ", \"content\": \"<p>%s</p>\", \"language\": \"en\"".formatted(text));
        }

        assertThat(meant("platipus")).containsExactly("platypus");
        assertThat(meant("platipus from:" + author.username())).containsExactly("platypus from:" + author.username());
        assertThat(meant("platypus")).isEmpty();
        assertThat(meant("platipus before:2020-01-01")).isEmpty();
        assertThat(Reader.body(reader.getAnonymously("/api/v2/search?q=platipus")))
                .doesNotContain("did_you_mean");
    }

    @Test
    void tellsNoWordThatTheReaderMayNotRead() {
        APost hidden = written("The quokkasecret is out", "en", ", \"content\": \"<p>The quokkasecret is out</p>\"");
        APost direct = APost.by(author)
                .seenBy(Visibility.DIRECT)
                .in("en")
                .mentioning(Ids.next())
                .saying("Another quokkasecret");
        events.write(direct.created());
        rows.awaitIndexed(direct);
        owners.hide(hidden.id());

        String answer = Reader.body(reader.get("/api/v2/search?q=quokkasekret"));

        assertThat(answer).doesNotContain("quokkasecret", "did_you_mean");
    }

    @Test
    void leavesOutAuthorsAndLanguages() {
        Somebody other = Somebody.named("other" + Long.toString(System.nanoTime(), 36));
        events.write(other.registered());
        rows.awaitIndexed(other);
        APost english = written("numbat tracks", "en", "");
        APost german = written("numbat tracks", "de", "");
        APost others = APost.by(other).in("en").saying("numbat tracks");
        events.write(others.created());
        rows.awaitIndexed(others);
        await().untilAsserted(() -> assertThat(reader.statuses("numbat tracks"))
                .containsExactlyInAnyOrder(english.id(), german.id(), others.id()));

        assertThat(reader.statuses("numbat -from:" + author.username())).containsExactly(others.id());
        assertThat(reader.statuses("numbat -from:" + author.username() + " -from:@" + other.username()))
                .isEmpty();
        assertThat(reader.statuses("numbat -language:de")).containsExactlyInAnyOrder(english.id(), others.id());
        assertThat(reader.statuses("numbat -from:nobody_of_this_name -from:me"))
                .containsExactlyInAnyOrder(english.id(), german.id(), others.id());
    }

    private APost written(String text, String language, String shown) {
        APost post = APost.by(author).in(language).saying(text);
        owners.show(post.id(), shown);
        events.write(post.created());
        rows.awaitIndexed(post);
        await().untilAsserted(() ->
                assertThat(reader.statuses("from:" + author.username())).contains(post.id()));
        return post;
    }

    private List<Map<String, Object>> highlights(APost post, String query) {
        String answer = Reader.body(reader.get("/api/v2/search?type=statuses&limit=40&q={q}", query));
        List<List<Map<String, Object>>> highlights =
                JsonPath.read(answer, "$.statuses[?(@.id == '%d')].highlights".formatted(post.id()));
        return highlights.isEmpty() ? List.of() : highlights.getFirst();
    }

    private List<String> meant(String query) {
        String answer = Reader.body(reader.get("/api/v2/search?type=statuses&q={q}", query));
        return JsonMapper.shared().readTree(answer).path("did_you_mean").stringValueOpt().stream()
                .toList();
    }

    private static List<String> marked(Map<String, Object> highlight) {
        String text = String.valueOf(highlight.get("text"));
        List<Map<String, Integer>> ranges = JsonPath.read(highlight, "$.ranges");
        return ranges.stream()
                .map(range -> text.substring(range.getOrDefault("start", -1), range.getOrDefault("end", -1)))
                .toList();
    }
}
