package io.microblog.user.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.microblog.event.AccountEvent.UserProfileUpdated;
import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostState;
import io.microblog.event.QuotePolicy;
import io.microblog.event.Visibility;
import io.microblog.kit.event.Envelope;
import io.microblog.kit.id.IdGenerator;
import io.microblog.user.Browser.Answer;
import io.microblog.user.Heard;
import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IntegrationTest
class ProfileIntegrationTests {

    private static final String UPDATE = "/api/v1/accounts/update_credentials";

    @Autowired
    World world;

    @Autowired
    Heard heard;

    @Autowired
    PostCounter counter;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdGenerator ids;

    private Person alice = World.NOBODY;

    @BeforeEach
    void meet() {
        alice = world.aPerson("alice");
    }

    @Test
    void changesWhatIsAsked() {
        Answer answer = world.as(alice).patchJson(UPDATE, """
            {"display_name":" Alice  A. ","note":"Hi <b>you</b> https://example.org","locked":true,"bot":true,
             "fields_attributes":{"0":{"name":"Site","value":"https://alice.example"}},
             "source":{"privacy":"unlisted","sensitive":true,"language":"es","quote_policy":"followers"},
             "role":"OWNER","followers_count":99,"suspended":true,"verified":true}
            """);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode me = answer.json();
        assertThat(me.get("display_name").asString()).isEqualTo("Alice A.");
        assertThat(me.get("note").asString())
                .contains("&lt;b&gt;", "<a href=\"https://example.org\"")
                .doesNotContain("<b>");
        assertThat(me.get("locked").asBoolean()).isTrue();
        assertThat(me.get("bot").asBoolean()).isTrue();
        assertThat(me.at("/fields/0/name").asString()).isEqualTo("Site");
        assertThat(me.at("/fields/0/value").asString()).contains("href=\"https://alice.example\"");
        assertThat(me.at("/source/fields/0/value").asString()).isEqualTo("https://alice.example");
        assertThat(me.at("/source/note").asString()).isEqualTo("Hi <b>you</b> https://example.org");
        assertThat(me.at("/source/privacy").asString()).isEqualTo("unlisted");
        assertThat(me.at("/source/language").asString()).isEqualTo("es");
        assertThat(me.at("/source/quote_policy").asString()).isEqualTo("followers");
        assertThat(me.at("/role/permissions").asString()).isEqualTo("0");
        assertThat(me.get("followers_count").asInt()).isZero();
        assertThat(me.has("suspended")).isFalse();
        await().untilAsserted(() -> assertThat(updates()).singleElement().satisfies(event -> {
            assertThat(event.account().version()).isEqualTo(2);
            assertThat(event.account().displayName()).isEqualTo("Alice A.");
            assertThat(event.account().postingDefaults().visibility()).isEqualTo(Visibility.UNLISTED);
            assertThat(event.account().postingDefaults().quotePolicy()).isEqualTo(QuotePolicy.FOLLOWERS);
        }));

        JsonNode preferences = world.as(alice).get("/api/v1/preferences").json();
        assertThat(preferences.get("posting:default:visibility").asString()).isEqualTo("unlisted");
        assertThat(preferences.get("posting:default:sensitive").asBoolean()).isTrue();
        assertThat(preferences.get("posting:default:quote_policy").asString()).isEqualTo("followers");
    }

    @Test
    void allowsPagesOfSomeDomainsToNameTheirAuthor() {
        JsonNode changed = world.as(alice)
                .patchJson(
                        UPDATE,
                        "{\"attribution_domains\":[\"https://Blog.example/me\",\"\",\"bücher.example\\n*.news.example\",\"blog.example\"]}")
                .json();

        assertThat(changed.at("/source/attribution_domains").toString())
                .isEqualTo("[\"blog.example\",\"xn--bcher-kva.example\",\"news.example\"]");
        assertThat(world.as(alice)
                        .get("/api/v1/profile")
                        .json()
                        .get("attribution_domains")
                        .size())
                .isEqualTo(3);
        assertThat(world.as(alice).patchJson(UPDATE, "{\"bot\":true}").json().at("/source/attribution_domains"))
                .hasSize(3);
        for (String bad :
                List.of("\"localhost\"", "\"a b.example\"", "\"127.0.0.1\"", "\"-a.example\"", "\"a..example\"")) {
            Answer refused = world.as(alice).patchJson(UPDATE, "{\"attribution_domains\":[" + bad + "]}");
            assertThat(refused.status()).as(bad).isEqualTo(422);
            assertThat(refused.json().path("details").has("attribution_domains"))
                    .isTrue();
        }
        String eleven = IntStream.range(0, 11)
                .mapToObj(i -> "\"d" + i + ".example\"")
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(world.as(alice)
                        .patchJson(UPDATE, "{\"attribution_domains\":" + eleven + "}")
                        .status())
                .isEqualTo(422);
        assertThat(world.as(alice)
                        .patchJson(UPDATE, "{\"attribution_domains\":[\"\"]}")
                        .json()
                        .at("/source/attribution_domains"))
                .isEmpty();
    }

    @Test
    void showsTheProfileToItsEditor() {
        world.as(alice).patchJson(UPDATE, "{\"note\":\"Hi <b>you</b>\"}");

        JsonNode profile = world.as(alice).get("/api/v1/profile").json();

        assertThat(profile.get("note").asString()).isEqualTo("Hi <b>you</b>");
        assertThat(profile.propertyNames())
                .contains(
                        "id",
                        "display_name",
                        "fields",
                        "avatar",
                        "avatar_static",
                        "avatar_description",
                        "header",
                        "header_static",
                        "header_description",
                        "locked",
                        "bot",
                        "hide_collections",
                        "discoverable",
                        "indexable",
                        "show_media",
                        "show_media_replies",
                        "show_featured",
                        "attribution_domains");
        assertThat(world.browser().get("/api/v1/profile").status()).isEqualTo(401);
    }

    @Test
    void changesTheProfileByItsOwnEndpointToo() {
        Answer answer = world.as(alice)
                .patchJson("/api/v1/profile", "{\"display_name\":\"Alice\",\"note\":\"*Hi*\",\"bot\":true}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("display_name").asString()).isEqualTo("Alice");
        assertThat(answer.json().get("note").asString()).isEqualTo("*Hi*");
        assertThat(world.account(alice).get("bot").asBoolean()).isTrue();
        for (String invisible : List.of("\u200B", "\u3164", "\u00A0", "\u2800", "\u202E")) {
            Answer blank = world.as(alice).patchJson("/api/v1/profile", "{\"display_name\":\"" + invisible + "\"}");
            assertThat(blank.json().get("display_name").asString()).isEmpty();
        }
        Answer families =
                world.as(alice).patchJson("/api/v1/profile", "{\"display_name\":\"" + "👨‍👩‍👧‍👦".repeat(30) + "\"}");
        assertThat(families.status()).as(families.body()).isEqualTo(200);
        Answer refused = world.as(alice).patchJson("/api/v1/profile", "{\"display_name\":\"" + "x".repeat(31) + "\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("details").propertyNames()).containsExactly("display_name");
    }

    @Test
    void changesNobodyElse() {
        Person bob = world.aPerson("bob");
        JsonNode before = world.account(bob);

        world.as(alice).updateProfile("{\"id\":\"%s\",\"display_name\":\"Alice\",\"locked\":true}".formatted(bob.id()));

        assertThat(world.account(bob)).isEqualTo(before);
        assertThat(world.as(bob).ownAccount().at("/source/privacy").asString()).isEqualTo("public");
        assertThat(world.account(alice).has("source")).isFalse();
        assertThat(world.account(alice).has("role")).isFalse();
    }

    @Test
    void ignoresWhatIsNotTheOwnersToSay() {
        world.as(alice).patchJson("/api/v1/accounts/update_credentials", """
            {"id": "1", "username": "root", "acct": "root", "role": {"id": "-99", "name": "Owner"},
             "role_id": "-99", "suspended": true, "verified": true, "created_at": "2001-01-01T00:00:00.000Z",
             "followers_count": 9999, "statuses_count": 9999, "version": 99,
             "fields_attributes": [{"name": "Web", "value": "https://example.org",
                                    "verified_at": "2001-01-01T00:00:00.000Z"}]}
            """);

        JsonNode own =
                world.as(alice).get("/api/v1/accounts/verify_credentials").json();
        assertThat(own.get("id").asString()).isEqualTo(String.valueOf(alice.id()));
        assertThat(own.get("username").asString()).isEqualTo(alice.username());
        assertThat(own.at("/role/name").asString()).isEmpty();
        assertThat(own.get("followers_count").asInt()).isZero();
        assertThat(own.get("statuses_count").asInt()).isZero();
        assertThat(own.get("created_at").asString()).startsWith("20").doesNotStartWith("2001");
        assertThat(own.at("/fields/0/verified_at").isNull()).isTrue();
    }

    @Test
    void sameAgainTellsNobody() {
        world.as(alice).patchJson(UPDATE, "{\"display_name\":\"A\"}");
        world.as(alice).patchJson(UPDATE, "{\"display_name\":\"A\"}");
        world.as(alice).patchJson(UPDATE, "{\"display_name\":\"B\"}");

        await().untilAsserted(() -> assertThat(updates()).hasSize(2));
        assertThat(updates()).extracting(event -> event.account().version()).containsExactly(2L, 3L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"display_name\":\"1234567890123456789012345678901\"} | display_name",
                "{\"source\":{\"privacy\":\"secret\"}} | source[privacy]",
                "{\"source\":{\"language\":\"klingon\"}} | source[language]",
                "{\"source\":{\"quote_policy\":\"friends\"}} | source[quote_policy]",
                "{\"locked\":\"perhaps\"} | locked",
                "{\"fields_attributes\":[{\"name\":\"1\"},{\"name\":\"2\"},{\"name\":\"3\"},{\"name\":\"4\"},{\"name\":\"5\"}]}"
                        + " | fields_attributes"
            })
    void namesTheFieldThatIsWrong(String json, String field) {
        Answer answer = world.as(alice).patchJson(UPDATE, json);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("details").propertyNames()).containsExactly(field);
        assertThat(heard.all(UserProfileUpdated.class, event -> event.account().id() == alice.id()))
                .isEmpty();
    }

    @Test
    void refusesNotesThatAreTooLong() {
        Answer answer = world.as(alice).patchJson(UPDATE, "{\"note\":\"" + "a".repeat(501) + "\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/details/note/0/error").asString()).isEqualTo("ERR_TOO_LONG");
    }

    @Test
    void looksPeopleUp() {
        assertThat(world.browser()
                        .get("/api/v1/accounts/" + alice.id())
                        .json()
                        .get("acct")
                        .asString())
                .isEqualTo(alice.username());
        String upper = alice.username().toUpperCase(java.util.Locale.ROOT);
        for (String acct : List.of(alice.username(), "@" + upper, upper + "@localhost:8080")) {
            Answer answer = world.browser().get("/api/v1/accounts/lookup?acct=" + acct);
            assertThat(answer.status()).as(acct).isEqualTo(200);
            assertThat(answer.json().get("id").asString()).isEqualTo(String.valueOf(alice.id()));
        }
        assertThat(world.browser()
                        .get("/api/v1/accounts/lookup?acct=" + upper + "@elsewhere.example")
                        .status())
                .isEqualTo(404);
        assertThat(world.browser().get("/api/v1/accounts/lookup").status()).isEqualTo(400);
        assertThat(world.browser().get("/api/v1/accounts/4711").status()).isEqualTo(404);
        assertThat(world.browser().get("/api/v1/accounts/x").status()).isEqualTo(404);
        assertThat(world.browser()
                        .get("/api/v1/accounts?id=4711&id=" + alice.id())
                        .json()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void looksUpSoManyAtOnce() {
        String many = IntStream.rangeClosed(1, 41).mapToObj(id -> "id[]=" + id).collect(Collectors.joining("&"));

        assertThat(world.browser().get("/api/v1/accounts?" + many).status()).isEqualTo(422);
        assertThat(world.browser().get("/api/v1/accounts?id[]=x").status()).isEqualTo(400);
        assertThat(world.browser().get("/api/v1/accounts").body()).isEqualTo("[]");
    }

    @Test
    void tellsServicesWhatTheyNeed() {
        JsonNode contact = world.asService("notification-service")
                .postJson("/internal/contacts", "[4711, " + alice.id() + "]")
                .json();
        assertThat(contact.size()).isEqualTo(1);
        assertThat(contact.at("/0/email").asString()).isEqualTo(alice.email());
        assertThat(contact.at("/0/account_id").asString()).isEqualTo(String.valueOf(alice.id()));
        assertThat(contact.at("/0/username").asString()).isEqualTo(alice.username());
        assertThat(contact.at("/0/locale").asString()).isEqualTo("en");
        assertThat(contact.at("/0/confirmed").asBoolean()).isTrue();
        assertThat(world.internal("/internal/accounts?id=" + alice.id())
                        .json()
                        .at("/0/acct")
                        .asString())
                .isEqualTo(alice.username());
        assertThat(world.internal("/internal/account-states?username=" + alice.username())
                        .json()
                        .at("/0/version")
                        .asInt())
                .isEqualTo(1);
        assertThat(world.internal("/internal/account-states?id=" + alice.id())
                        .json()
                        .at("/0/username")
                        .asString())
                .isEqualTo(alice.username());
        for (String path : List.of(
                "contacts?id=1", "accounts?id=1", "account-states?id=1", "security-mails/" + UUID.randomUUID())) {
            assertThat(world.browser().get("/internal/" + path).status()).isEqualTo(401);
            assertThat(world.as(alice).get("/internal/" + path).status()).isEqualTo(401);
        }
    }

    @Test
    void onlyNotificationServiceReadsSecurityMails() {
        String path = "/internal/security-mails/" + UUID.randomUUID();
        for (String service : List.of("gateway", "post-service", "search-service", "launcher")) {
            assertThat(world.asService(service).get(path).status()).as(service).isEqualTo(403);
        }
        assertThat(world.asService("notification-service").get(path).status()).isEqualTo(404);
    }

    @Test
    void countsPostsOnceHoweverOftenTheyAreHeardOf() {
        PostState post = post(Visibility.PUBLIC);
        PostState direct = post(Visibility.DIRECT);
        hear(new PostCreated(post));
        hear(new PostCreated(post));
        hear(new PostCreated(direct));
        assertThat(account().get("statuses_count").asInt()).isEqualTo(1);
        assertThat(account().get("last_status_at").asString()).isEqualTo("2026-01-02");

        var deleted = new PostDeleted(post.id(), 2, alice.id(), Instant.now());
        hear(deleted);
        hear(deleted);
        hear(new PostCreated(post));
        hear(new PostDeleted(direct.id(), 2, alice.id(), Instant.now()));
        assertThat(account().get("statuses_count").asInt()).isZero();
    }

    @Test
    void theLastPostIsTheNewestOfThoseThatAreLeft() {
        PostState earlier = post(Instant.parse("2026-01-02T03:04:05Z"), Visibility.PUBLIC);
        PostState later = post(Instant.parse("2026-01-05T03:04:05Z"), Visibility.PUBLIC);
        hear(new PostCreated(earlier));
        hear(new PostCreated(later));
        assertThat(account().get("last_status_at").asString()).isEqualTo("2026-01-05");

        hear(new PostDeleted(later.id(), 2, alice.id(), Instant.now()));
        assertThat(account().get("last_status_at").asString()).isEqualTo("2026-01-02");

        hear(new PostDeleted(earlier.id(), 2, alice.id(), Instant.now()));
        assertThat(account().get("last_status_at").isNull()).isTrue();
    }

    @Test
    void forgetsPostsThatWereDeletedLongAgo() {
        PostState old = post(Visibility.PUBLIC);
        PostState recent = post(Visibility.PUBLIC);
        List.of(old, recent).forEach(post -> {
            hear(new PostCreated(post));
            hear(new PostDeleted(post.id(), 2, alice.id(), Instant.now()));
        });
        jdbc.sql("UPDATE counted_post SET deleted_at = now() - interval '121 days' WHERE post_id = :old")
                .param("old", old.id())
                .update();

        counter.forgetDeleted();

        assertThat(jdbc.sql("SELECT post_id FROM counted_post WHERE post_id IN (:posts)")
                        .param("posts", List.of(old.id(), recent.id()))
                        .query(Long.class)
                        .list())
                .containsExactly(recent.id());
    }

    private void hear(PostEvent event) {
        var envelope = new Envelope<PostEvent>(UUID.randomUUID(), Instant.now(), "/post-service", event);
        counter.on(List.of(new ConsumerRecord<>(PostEvent.TOPIC, 0, 0, event.key(), envelope)));
    }

    private PostState post(Visibility visibility) {
        return post(Instant.parse("2026-01-02T03:04:05Z"), visibility);
    }

    private PostState post(Instant published, Visibility visibility) {
        return new PostState(
                ids.next(),
                1,
                alice.id(),
                null,
                null,
                visibility,
                "<p>Hi</p>",
                "Hi",
                "",
                false,
                "en",
                List.of(),
                List.of(),
                published,
                null,
                List.of(),
                List.of(),
                null);
    }

    private JsonNode account() {
        return world.browser().get("/api/v1/accounts/" + alice.id()).json();
    }

    private List<UserProfileUpdated> updates() {
        return heard.all(UserProfileUpdated.class, event -> event.account().id() == alice.id());
    }
}
