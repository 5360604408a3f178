package io.microblog.translation.translate;

import java.util.List;

import io.microblog.event.Visibility;
import io.microblog.local.sandbox.translator.TranslatorSandbox;
import io.microblog.testing.TestTokens;
import io.microblog.translation.APost;
import io.microblog.translation.PostServiceStub;
import io.microblog.translation.Reader;
import io.microblog.translation.Reader.Answer;
import io.microblog.translation.TranslationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@TranslationTest
class TranslationIntegrationTests {

    @Autowired
    private TranslatorSandbox translator;

    @Autowired
    private PostServiceStub posts;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Reader bob;
    private long callsBefore;

    @BeforeEach
    void bobReads() {
        bob = Reader.of(42, port);
        posts.heal();
        translator.heal();
        callsBefore = translator.calls();
    }

    @Test
    void translatesIntoTheReadersLanguage() {
        APost post = posts.put(APost.saying("<p>The first post of the day</p>").warning("Weather ahead"));

        Answer answer = bob.translates(post);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().propertyNames())
                .containsExactlyInAnyOrder(
                        "content",
                        "spoiler_text",
                        "language",
                        "media_attachments",
                        "poll",
                        "detected_source_language",
                        "provider");
        assertThat(answer.content()).isEqualTo("<p>[de] The first post of the day</p>");
        assertThat(answer.body().get("spoiler_text").stringValue()).isEqualTo("[de] Weather ahead");
        assertThat(answer.body().get("language").stringValue()).isEqualTo("de");
        assertThat(answer.body().get("media_attachments").isArray()).isTrue();
        assertThat(answer.body().get("poll").isNull()).isTrue();
        assertThat(answer.body().get("detected_source_language").stringValue()).isEqualTo("en");
        assertThat(answer.body().get("provider").stringValue()).isEqualTo("Microsoft Translator");
        assertThat(posts.readers()).containsExactly("42");
        assertThat(translator.calls() - callsBefore).isEqualTo(1);
    }

    @Test
    void keepsMarkupMentionsAndLinks() {
        String mention = "<span class=\"h-card\"><a href=\"http://localhost:8080/@alice\" class=\"u-url mention\">@"
                + "<span>alice</span></a></span>";
        APost post = posts.put(APost.saying("<p>Well " + mention + " said <b>this</b> &amp; "
                + "<a href=\"https://a.example/?a=1&amp;b=2\" rel=\"nofollow\" target=\"_blank\">that</a><br />"
                + "in <code>x &lt; y</code></p>"));

        assertThat(bob.translates(post).content()).isEqualTo(post.content().replace("<p>Well", "<p>[de] Well"));
    }

    @Test
    void remembersWhatItTranslated() {
        APost post = posts.put(APost.saying("<p>Said once, read twice</p>"));

        Answer first = bob.translates(post);
        Answer second = new Reader(43, port).translates(post);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(translator.calls() - callsBefore).isEqualTo(1);
    }

    @Test
    void translatesTheSameTextOfAnotherPostForNothing() {
        bob.translates(posts.put(APost.saying("<p>Good morning everybody</p>")));
        Answer answer = bob.translates(posts.put(APost.saying("<p>Good morning everybody</p>")));

        assertThat(answer.content()).isEqualTo("<p>[de] Good morning everybody</p>");
        assertThat(translator.calls() - callsBefore).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "FR", "fr-CH", "fr_BE"})
    void translatesIntoTheLanguageAskedFor(String lang) {
        APost post = posts.put(APost.saying("<p>Please translate this for " + lang + "</p>"));

        Answer answer = bob.translates(post, lang);

        assertThat(answer.content()).startsWith("<p>[fr] ");
        assertThat(answer.body().get("language").stringValue()).isEqualTo("fr");
    }

    @Test
    void detectsALanguageNobodyDeclared() {
        APost post = posts.put(APost.saying("<p>hola qué es lo que más</p>").in(null));

        assertThat(bob.translates(post).body().get("detected_source_language").stringValue())
                .isEqualTo("es");
    }

    @Test
    void readsTheLanguageFromAFormToo() {
        APost post = posts.put(APost.saying("<p>Sent by form</p>"));

        Answer answer = bob.post("/api/v1/statuses/" + post.id() + "/translate?lang=fr", "");

        assertThat(answer.content()).startsWith("<p>[fr] ");
    }

    @Test
    void leavesWordlessPostsAloneForNothing() {
        APost post = posts.put(APost.saying("<p>123 👍</p>"));

        assertThat(bob.translates(post).content()).isEqualTo("<p>123 👍</p>");
        assertThat(translator.calls()).isEqualTo(callsBefore);
    }

    @ParameterizedTest
    @EnumSource(names = {"PRIVATE", "DIRECT"})
    void keepsWhatIsNotForEverybodyFromTheProvider(Visibility visibility) {
        APost post = posts.put(APost.saying("<p>A secret among friends</p>").seenBy(visibility));

        Answer answer = bob.translates(post);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.error()).isEqualTo("This action is not allowed");
        assertThat(translator.calls()).isEqualTo(callsBefore);
        assertThat(rowsOf(post)).isZero();
    }

    @Test
    void translatesUnlistedPosts() {
        APost post = posts.put(APost.saying("<p>Found by few</p>").seenBy(Visibility.UNLISTED));

        assertThat(bob.translates(post).status()).isEqualTo(200);
    }

    @Test
    void doesNotKnowWhatTheReaderMayNotSee() {
        Answer answer = bob.translates(APost.saying("<p>Invisible</p>"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error()).isEqualTo("Record not found");
    }

    @Test
    void asksForVisibilityAlsoWhenTheTranslationIsKnown() {
        APost post = posts.put(APost.saying("<p>Seen today, hidden tomorrow</p>"));
        bob.translates(post);
        posts.remove(post);

        assertThat(bob.translates(post).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB"})
    void refusesTheLanguageThePostIsIn(String lang) {
        APost post = posts.put(APost.saying("<p>Already in English</p>"));

        Answer answer = bob.translates(post, lang);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(translator.calls()).isEqualTo(callsBefore);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "klingonish", "de'; DROP TABLE translation; --", "<script>"})
    void namesTheFieldOfAnUnknownLanguage(String lang) {
        APost post = posts.put(APost.saying("<p>Into nothing</p>"));

        Answer answer = bob.translates(post, lang);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("details").propertyNames()).containsExactly("lang");
        assertThat(answer.error()).doesNotContain("script");
        assertThat(rowsOf(post)).isZero();
    }

    @Test
    void namesTheFieldOfALanguageOfTheWrongType() {
        APost post = posts.put(APost.saying("<p>Into a number</p>"));

        Answer answer = bob.post("/api/v1/statuses/" + post.id() + "/translate", "{\"lang\": {\"a\": 1}}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("details").propertyNames()).containsExactly("lang");
    }

    @Test
    void wantsAPersonWithTheScope() {
        String path = "/api/v1/statuses/1/translate";

        assertThat(bob.post(path, "", TestTokens.forAccount(42, "read:accounts"))
                        .status())
                .isEqualTo(403);
        assertThat(bob.post(path, "", TestTokens.forApp("app")).status()).isEqualTo(422);
        assertThat(bob.post(path, "", "nonsense").status()).isEqualTo(401);
        assertThat(bob.post("/api/v1/statuses/none/translate", "").status()).isEqualTo(404);
        assertThat(bob.post(path, "{\"lang\":").status()).isEqualTo(400);
    }

    @Test
    void saysThatPostsCannotBeReadNow() {
        APost post = posts.put(APost.saying("<p>Nobody home</p>"));
        for (int status : List.of(500, 503)) {
            posts.fail(status);

            assertThat(bob.translates(post).status()).isEqualTo(503);
        }
    }

    @Test
    void refusesWhatIsTooLongForTheProvider() {
        APost post = posts.put(APost.saying("<p>" + "word ".repeat(11_000) + "</p>"));

        assertThat(bob.translates(post).status()).isEqualTo(422);
        assertThat(translator.calls()).isEqualTo(callsBefore);
    }

    @Test
    void tellsEverybodyWhichLanguagesThereAre() {
        JsonNode languages = bob.get("/api/v1/instance/translation_languages").body();

        assertThat(languages.get("en").valueStream().map(JsonNode::stringValue))
                .contains("de", "fr", "zh-Hans", "zh")
                .doesNotContain("en");
        assertThat(languages.propertyNames()).contains("und", "zh", "de");
        assertThat(jdbc.sql("SELECT count(*) FROM provider_languages")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private int rowsOf(APost post) {
        return jdbc.sql("SELECT count(*) FROM translated_post WHERE post_id = :id")
                .param("id", post.id())
                .query(Integer.class)
                .single();
    }
}
