package io.microblog.post.card;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.microblog.kit.web.BaseUrl;
import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.StatementCounter;
import io.microblog.post.Town;
import io.microblog.post.WebStub;
import io.microblog.testing.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PostServiceTest
class CardIntegrationTests {

    private static final AtomicInteger SITES = new AtomicInteger();

    @Autowired
    private Town town;

    @Autowired
    private MockMvc http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CardRows rows;

    private Person alice;
    private Person bob;
    private String site = "";

    @BeforeEach
    void people() {
        alice = town.newcomer("alice");
        bob = town.newcomer("bob");
        site = "news" + SITES.incrementAndGet() + ".example";
    }

    @Test
    void showsWhatAPageSaysOfItself() {
        String picture = WebStub.has(site, "/lead.png", "image/png", Pictures.jpeg(1200, 800));
        String page = WebStub.has(site, "/a", """
                <html lang="en-GB"><head><title>Plain</title>
                <meta property="og:title" content="Bread &amp; roses">
                <meta property="og:description" content="How to bake &quot;both&quot;.">
                <meta property="og:site_name" content="The News">
                <meta property="og:image" content="lead.png">
                <meta property="og:image:alt" content="A loaf">
                <meta property="article:published_time" content="2026-03-04T05:06:07+01:00">
                <meta name="author" content="Nell Baker"></head></html>
                """);

        JsonNode card = cardOf(alice.posts("Read " + page + "#end now"));

        assertThat(card.path("url").asString()).isEqualTo(page);
        assertThat(card.path("title").asString()).isEqualTo("Bread & roses");
        assertThat(card.path("description").asString()).isEqualTo("How to bake \"both\".");
        assertThat(card.path("language").asString()).isEqualTo("en");
        assertThat(card.path("type").asString()).isEqualTo("link");
        assertThat(card.path("provider_name").asString()).isEqualTo("The News");
        assertThat(card.path("author_name").asString()).isEqualTo("Nell Baker");
        assertThat(card.path("authors").toString())
                .isEqualTo("[{\"name\":\"Nell Baker\",\"url\":\"\",\"account\":null}]");
        assertThat(Instant.parse(card.path("published_at").asString()))
                .isEqualTo(Instant.parse("2026-03-04T04:06:07Z"));
        assertThat(card.path("html").asString()).isEmpty();
        assertThat(card.path("embed_url").asString()).isEmpty();
        assertThat(card.path("image").asString()).startsWith("http://localhost:8080/media/");
        assertThat(card.path("image_description").asString()).isEqualTo("A loaf");
        assertThat(card.path("width").asInt() * card.path("height").asInt()).isBetween(300_000, 361_000);
        assertThat(card.path("blurhash").asString()).isNotEmpty();
        assertThat(served(card.path("image").asString())).isEqualTo(200);
        assertThat(picture).isNotEqualTo(card.path("image").asString());
    }

    @Test
    void aPageIsFetchedOnceForAllPosts() {
        String page = WebStub.has(site, "/", "<title>Shared</title>");

        long first = alice.posts("See " + page);
        cardOf(first);
        long second = bob.posts(page + " again", "private");
        long third = alice.posts("Once more " + page);

        assertThat(cardOf(second, bob).path("title").asString()).isEqualTo("Shared");
        assertThat(cardOf(third)).isEqualTo(cardOf(first));
        assertThat(WebStub.requests(site, "/")).isOne();
    }

    @Test
    void aCardThatIsOldIsMadeAnew() {
        String page = WebStub.has(site, "/", "<title>Before</title>");
        long first = alice.posts(page);
        cardOf(first);
        WebStub.has(site, "/", "<title>After</title>");
        jdbc.sql("UPDATE preview_card SET fresh_until = now() WHERE url = ?")
                .param(page)
                .update();
        long second = bob.posts(page);

        await().until(() -> cardOf(second).path("title").asString().equals("After"));
        assertThat(cardOf(first).path("title").asString()).isEqualTo("After");
        assertThat(WebStub.requests(site, "/")).isEqualTo(2);
    }

    @Test
    void aPhotoIsShownAndAVideoIsALink() {
        WebStub.has(site, "/large.jpg", "image/jpeg", Pictures.jpeg(640, 480));
        embed(
                "/photo",
                "{\"type\":\"photo\",\"title\":\"Oregon\",\"url\":\"%s\",\"author_name\":\"Tom\",\"author_url\":\"%s\"}"
                        .formatted(WebStub.address(site, "/large.jpg"), WebStub.address(site, "/tom")));
        embed(
                "/video",
                "{\"type\":\"video\",\"title\":\"Cats\",\"html\":\"<iframe src='x'></iframe>\",\"thumbnail_url\":\"%s\"}"
                        .formatted(WebStub.address(site, "/large.jpg")));

        JsonNode photo = cardOf(alice.posts(WebStub.address(site, "/photo")));
        JsonNode video = cardOf(alice.posts(WebStub.address(site, "/video")));

        assertThat(photo.path("type").asString()).isEqualTo("photo");
        assertThat(photo.path("title").asString()).isEqualTo("Oregon");
        assertThat(photo.path("embed_url")).isEqualTo(photo.path("image"));
        assertThat(photo.path("author_url").asString()).isEqualTo(WebStub.address(site, "/tom"));
        assertThat(video.path("type").asString()).isEqualTo("link");
        assertThat(video.path("html").asString()).isEmpty();
        assertThat(video.path("image").asString()).startsWith("http://localhost:8080/media/");
        assertThat(video.toString()).doesNotContain("iframe");
    }

    @Test
    void nothingOfAHostilePageComesThrough() {
        embed(
                "/evil",
                "{\"type\":\"photo\",\"title\":\"<script>alert(1)</script>Hello\",\"url\":\"javascript:alert(2)\","
                        + "\"author_name\":\"<b>Eve\",\"author_url\":\"javascript:alert(3)\",\"provider_url\":\"data:text/html,x\"}",
                "<meta property='og:image' content='javascript:alert(4)'>"
                        + "<meta property='og:description' content='&lt;img src=x onerror=alert(5)&gt;Text'>");

        JsonNode card = cardOf(alice.posts(WebStub.address(site, "/evil")));

        assertThat(card.path("title").asString()).isEqualTo("Hello");
        assertThat(card.path("description").asString()).isEqualTo("Text");
        assertThat(card.path("image").isNull()).isTrue();
        assertThat(card.path("type").asString()).isEqualTo("link");
        assertThat(card.toString()).doesNotContain("alert", "javascript", "data:", "<");
    }

    @Test
    void whatIsNoImageIsLeftOut() {
        WebStub.has(site, "/bad.png", "image/png", "<svg onload=alert(1)/>".getBytes(StandardCharsets.UTF_8));
        WebStub.has(site, "/bomb.png", "image/png", Pictures.emptyPng(50_000, 50_000));
        for (String image : List.of("/bad.png", "/bomb.png", "/gone.png", "http://127.0.0.1/x.png")) {
            String page = WebStub.has(
                    site, "/of" + image.hashCode(), "<title>T</title><meta property=og:image content='" + image + "'>");

            JsonNode card = cardOf(alice.posts(page));

            assertThat(card.path("title").asString()).isEqualTo("T");
            assertThat(card.path("image").isNull()).as(image).isTrue();
            assertThat(card.path("width").asInt()).isZero();
        }
    }

    @Test
    void readsEveryCharacterSet() {
        byte[] body = "<meta charset=windows-1251><title>Новости</title>".getBytes(Charset.forName("windows-1251"));
        String page = WebStub.has(site, "/", "text/html", body);

        assertThat(cardOf(alice.posts(page)).path("title").asString()).isEqualTo("Новости");
    }

    @Test
    void aFailureIsRemembered() {
        String page = WebStub.address(site, "/gone");

        long post = alice.posts("Nothing at " + page);
        await().until(() -> WebStub.requests(site, "/gone") == 1);
        alice.posts("Still nothing at " + page);
        for (int attempt = 2; attempt <= 3; attempt++) {
            jdbc.sql("UPDATE preview_card SET due_at = now() WHERE url = ?")
                    .param(page)
                    .update();
            int expected = attempt;
            await().until(() -> WebStub.requests(site, "/gone") == expected);
        }
        await().until(() -> town.count("SELECT count(*) FROM preview_card WHERE due_at IS NULL AND fresh_until > now()"
                        + " AND url = '" + page + "'")
                == 1);
        alice.posts("Nothing at all at " + page);

        assertThat(alice.reads("/api/v1/statuses/" + post).body().path("card").isNull())
                .isTrue();
        assertThat(WebStub.requests(site, "/gone")).isEqualTo(3);
    }

    @Test
    void anEditChangesTheCard() {
        String one = WebStub.has(site, "/1", "<title>One</title>");
        String two = WebStub.has(site, "/2", "<title>Two</title>");
        long post = alice.posts("First " + one);
        assertThat(cardOf(post).path("title").asString()).isEqualTo("One");

        alice.edits(post, "Then " + two + " and " + one);
        await().until(() -> cardOf(post).path("title").asString().equals("Two"));
        alice.edits(post, "None");

        assertThat(alice.reads("/api/v1/statuses/" + post).body().path("card").isNull())
                .isTrue();
    }

    @Test
    void aBoostShowsTheCardOfThePost() {
        long post = alice.posts(WebStub.has(site, "/", "<title>Carried on</title>"));
        cardOf(post);

        long boost = bob.boosts(post);

        JsonNode shown = bob.reads("/api/v1/statuses/" + boost).body();
        assertThat(shown.path("card").isNull()).isTrue();
        assertThat(shown.path("reblog").path("card").path("title").asString()).isEqualTo("Carried on");
    }

    @Test
    void nothingOfThisServerOrOfItsNetworkIsFetched() {
        long post = alice.posts("See http://localhost:8080/@" + bob.name() + " and @" + bob.name() + " #tag");
        long inner = alice.posts("http://169.254.169.254/latest/meta-data");

        assertThat(town.count("SELECT count(*) FROM post_link WHERE post_id = " + post))
                .isZero();
        await().until(() -> town.count(
                        "SELECT count(*) FROM preview_card WHERE url LIKE 'http://169.254.169.254/%' AND attempts > 0")
                > 0);
        assertThat(alice.reads("/api/v1/statuses/" + inner).body().path("card").isNull())
                .isTrue();
    }

    @Test
    void anAccountIsNamedAsAuthorOnlyWhereItAllowsThePage() {
        String page = WebStub.has(
                "blog." + site,
                "/",
                "<title>Mine</title><meta name=author content='Someone'>"
                        + "<meta name='fediverse:creator' content='@%s@localhost:8080'>".formatted(alice.name()));
        long post = bob.posts(page);
        assertThat(cardOf(post).path("authors").path(0).path("account").isNull())
                .isTrue();

        town.allows(alice, "other.example");
        assertThat(cardOf(post).path("authors").path(0).path("account").isNull())
                .isTrue();
        town.allows(alice, site);

        JsonNode author = cardOf(post).path("authors").path(0);
        assertThat(author.path("account").path("id").asString()).isEqualTo(Long.toString(alice.id()));
        assertThat(author.path("name").asString()).isEqualTo(alice.account().displayName());
        assertThat(author.path("url").asString()).isEqualTo("http://localhost:8080/@" + alice.name());
    }

    @Test
    void whoIsNamedWithoutHavingAllowedItIsTold() {
        String page = WebStub.has(
                site,
                "/",
                "<title>Mine</title><meta name='fediverse:creator' content='@%s@localhost:8080'>"
                        .formatted(alice.name()));
        long post = bob.posts(page);

        assertThat(cardOf(post, alice).path("missing_attribution").asBoolean()).isTrue();
        assertThat(cardOf(post, bob).path("missing_attribution").asBoolean(true))
                .isFalse();
        assertThat(card(bob.readsSignedOut("/api/v1/statuses/" + post)).has("missing_attribution"))
                .isFalse();
        town.allows(alice, site);
        assertThat(cardOf(post, alice).path("missing_attribution").asBoolean(true))
                .isFalse();
    }

    @Test
    void authorsOfStructuredDataAreNamed() {
        String plain = article("/plain", "{\"@type\":\"NewsArticle\",\"author\":\"<b>Nell</b> Baker\"}");
        String first = article(
                "/first",
                "[{\"@type\":\"Organization\",\"name\":\"The News\"},{\"@type\":[\"Thing\",\"BlogPosting\"],"
                        + "\"author\":[{\"@type\":\"Person\"},{\"name\":[\"Ada\",\"A.\"],\"url\":\"https://ada.example/\"},"
                        + "{\"name\":\"Bo\"}]}]");
        String graph = article(
                "/graph",
                "{\"@graph\":[{\"@type\":\"https://schema.org/Article\",\"author\":{\"@id\":\"#p\"}},"
                        + "{\"@id\":\"#p\",\"@type\":\"Person\",\"name\":\"Cy\",\"url\":\"javascript:alert(1)\"}]}");

        assertThat(authors(plain)).isEqualTo("[{\"name\":\"Nell Baker\",\"url\":\"\",\"account\":null}]");
        assertThat(authors(first)).isEqualTo("[{\"name\":\"Ada\",\"url\":\"https://ada.example/\",\"account\":null}]");
        assertThat(authors(graph)).isEqualTo("[{\"name\":\"Cy\",\"url\":\"\",\"account\":null}]");
    }

    @Test
    void whatIsNoStructuredDataOfAnArticleNamesNobody() {
        for (String json : List.of(
                "{\"@type\":\"Product\",\"author\":\"Eve\"}",
                "{\"@type\":\"Article\",\"author\":{\"@id\":\"#nobody\"}}",
                "{\"@type\":\"Article\",\"author\":[1,null,[\"Eve\"]]}",
                "{\"@type\":\"Article\",\"author\":",
                "[".repeat(5_000),
                "")) {
            assertThat(authors(article("/of" + json.hashCode(), json))).as(json).isEqualTo("[]");
        }
    }

    private String article(String path, String json) {
        return WebStub.has(
                site, path, "<title>Page</title><script type='application/ld+json'>%s</script>".formatted(json));
    }

    private String authors(String page) {
        return cardOf(alice.posts(page)).path("authors").toString();
    }

    @Test
    void cardsOfAPageOfPostsCostOneQuestion() throws Exception {
        for (int i = 0; i < 5; i++) {
            cardOf(alice.posts(WebStub.has(site, "/" + i, "<title>Number " + i + "</title>")));
        }
        String path = "/api/v1/accounts/" + alice.id() + "/statuses?limit=";

        assertThat(StatementCounter.during(() -> bob.reads(path + 5)))
                .isEqualTo(StatementCounter.during(() -> bob.reads(path + 1)));
    }

    @Test
    void whatNoPostShowsIsForgotten() {
        WebStub.has(site, "/i.jpg", "image/jpeg", Pictures.jpeg(64, 64));
        String page = WebStub.has(site, "/", "<title>Gone</title><meta property=og:image content=/i.jpg>");
        long post = alice.posts(page);
        String image = cardOf(post).path("image").asString();
        jdbc.sql("UPDATE preview_card SET fresh_until = now() - interval '31 days' WHERE url = ?")
                .param(page)
                .update();

        rows.forgetUnused();
        assertThat(cardOf(post).path("title").asString()).isEqualTo("Gone");
        alice.deletes(post);
        rows.forgetUnused();

        assertThat(town.count("SELECT count(*) FROM preview_card WHERE url = '" + page + "'"))
                .isZero();
        assertThat(town.count("SELECT count(*) FROM post_link WHERE post_id = " + post))
                .isZero();
        await().until(() -> served(image) == 404);
    }

    @Test
    void theFirstLinkCounts() {
        BaseUrl base = new BaseUrl("https://blog.example");
        String elsewhere = "<a href=\"%s\" rel=\"nofollow noopener\">x</a>";

        assertThat(CardLink.firstOf(
                        "<a href=\"https://blog.example/@a\" class=\"u-url mention\">@a</a>"
                                + elsewhere.formatted("https://BLOG.example/@b/1")
                                + elsewhere.formatted("ftp://x.example")
                                + elsewhere.formatted("https://a.example/" + "x".repeat(3000))
                                + elsewhere.formatted("https://a.example/?b=1&amp;c=2#d")
                                + elsewhere.formatted("https://b.example"),
                        base))
                .contains(new CardLink("https://a.example/?b=1&c=2"));
        assertThat(CardLink.firstOf("<p>nofollow</p>", base)).isEmpty();
    }

    private void embed(String path, String json, String... head) {
        String embed = WebStub.has(site, path + ".json", "application/json", json.getBytes(StandardCharsets.UTF_8));
        WebStub.has(
                site,
                path,
                "<title>Page</title><link rel=alternate type='application/json+oembed' href='%s'>%s"
                        .formatted(URI.create(embed).getPath(), String.join("", head)));
    }

    private JsonNode cardOf(long post) {
        return cardOf(post, alice);
    }

    private static JsonNode cardOf(long post, Person reader) {
        return await().until(() -> card(reader.reads("/api/v1/statuses/" + post)), card -> !card.isNull());
    }

    private static JsonNode card(Reply reply) {
        return reply.body().path("card");
    }

    private int served(String url) {
        try {
            return http.perform(MockMvcRequestBuilders.get(url.substring("http://localhost:8080".length())))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
