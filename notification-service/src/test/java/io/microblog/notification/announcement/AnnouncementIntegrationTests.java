package io.microblog.notification.announcement;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.microblog.kit.security.Permission;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.Reply;
import io.microblog.notification.World;
import io.microblog.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

import static io.microblog.notification.announcement.Announcer.says;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@NotificationServiceTest
class AnnouncementIntegrationTests {

    private static final String PATH = "/api/v1/announcements";

    @Autowired
    private World world;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AnnouncementService service;

    private Announcer admin;
    private Person alice;
    private Person ana;

    @BeforeEach
    void people() {
        admin = Announcer.admin(world.newcomer("admin"));
        alice = world.newcomer("alice");
        ana = world.newcomer("ana", "es-AR");
        world.settle();
    }

    @AfterEach
    void takeBack() {
        jdbc.sql("DELETE FROM announcement").update();
    }

    @Test
    void showsWhatIsPublishedInTheReadersLanguage() {
        String id = admin.announces(Map.of(
                "main_language",
                "en",
                "texts",
                List.of(
                        Map.of("language", "en", "text", "We **move** on Sunday, @" + alice.username() + " #Moving"),
                        Map.of("language", "es", "text", "Nos *mudamos* el domingo"),
                        Map.of("language", "de", "text", "Wir ziehen um"))));

        JsonNode english = alice.reads(PATH).body().path(0);
        assertThat(english.path("id").asString()).isEqualTo(id);
        assertThat(english.path("content").asString()).contains("<strong>move</strong>", "/tags/moving");
        assertThat(english.path("language").asString()).isEqualTo("en");
        assertThat(english.path("read").asBoolean(true)).isFalse();
        assertThat(english.path("all_day").asBoolean(true)).isFalse();
        assertThat(english.path("starts_at").isNull()).isTrue();
        assertThat(english.path("published_at").asString()).endsWith("Z");
        assertThat(english.path("mentions").path(0).path("acct").asString()).isEqualTo(alice.username());
        assertThat(english.path("tags").path(0).path("name").asString()).isEqualTo("moving");
        assertThat(english.path("reactions").isArray()).isTrue();

        assertThat(content(ana)).contains("<em>mudamos</em>");
        assertThat(world.run(MockMvcRequestBuilders.get(PATH)
                                .header("Authorization", "Bearer " + TestTokens.forAccount(ana.id()))
                                .header("Accept-Language", "pt-BR, de;q=0.8"))
                        .content())
                .contains("Wir ziehen um");
        assertThat(content(world.newcomer("yuki", "ja"))).contains("move");
    }

    @Test
    void writesNothingHostile() {
        admin.announces(Map.of(
                "texts", says("<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>")));

        assertThat(content(alice)).doesNotContain("<script", "<img", "href=\"javascript");
    }

    @Test
    void hidesWhatIsDismissedUnlessItIsAskedFor() {
        String id = admin.announces(Map.of("texts", says("News")));

        assertThat(alice.posts(PATH + "/" + id + "/dismiss").content()).isEqualTo("{}");
        assertThat(alice.posts(PATH + "/" + id + "/dismiss").status()).isEqualTo(200);

        assertThat(alice.reads(PATH).body()).isEmpty();
        JsonNode again = alice.reads(PATH + "?with_dismissed=true").body().path(0);
        assertThat(again.path("read").asBoolean()).isTrue();
        assertThat(ana.reads(PATH).body()).hasSize(1);
        assertThat(alice.posts(PATH + "/1/dismiss").status()).isEqualTo(404);
    }

    @Test
    void countsReactions() {
        String id = admin.announces(Map.of("texts", says("News")));

        assertThat(reacts(HttpMethod.PUT, alice, id, "🎉").content()).isEqualTo("{}");
        assertThat(reacts(HttpMethod.PUT, alice, id, "🎉").status()).isEqualTo(200);
        reacts(HttpMethod.PUT, ana, id, "🎉");
        reacts(HttpMethod.PUT, ana, id, "🧑🏽‍🚀");

        JsonNode reactions = alice.reads(PATH).body().path(0).path("reactions");
        assertThat(reactions).hasSize(2);
        assertThat(reactions.path(0).path("name").asString()).isEqualTo("🎉");
        assertThat(reactions.path(0).path("count").asInt()).isEqualTo(2);
        assertThat(reactions.path(0).path("me").asBoolean()).isTrue();
        assertThat(reactions.path(1).path("me").asBoolean(true)).isFalse();

        assertThat(reacts(HttpMethod.DELETE, ana, id, "🧑🏽‍🚀").status()).isEqualTo(200);
        assertThat(reacts(HttpMethod.DELETE, ana, id, "🧑🏽‍🚀").status()).isEqualTo(404);
        assertThat(alice.reads(PATH).body().path(0).path("reactions")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"thumbsup", "a", "1", "🎉🎉", "🎉x", "<b>", "é"})
    void refusesReactionsThatAreNoEmoji(String name) {
        String id = admin.announces(Map.of("texts", says("News")));

        Reply reply = reacts(HttpMethod.PUT, alice, id, name);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().path("error").asString())
                .isEqualTo("Validation failed: Name is not a recognized emoji");
    }

    @Test
    void countsEachReactionOnceUnderConcurrencyAndEightKindsAtMost() {
        String id = admin.announces(Map.of("texts", says("News")));
        List<String> names = List.of("😀", "😁", "😂", "😃", "😄", "😅", "😆", "😇", "😈", "😉", "😊", "😋");
        List<Integer> statuses;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = IntStream.range(0, 24)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> reacts(HttpMethod.PUT, i % 2 == 0 ? alice : ana, id, names.get(i % 12))
                                    .status(),
                            threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }

        assertThat(statuses).containsOnly(200, 422);
        assertThat(alice.reads(PATH).body().path(0).path("reactions")).hasSize(8);
        assertThat(world.count("SELECT sum(total) FROM announcement_reaction_count"))
                .isEqualTo(world.count("SELECT count(*) FROM announcement_reaction"));
    }

    @Test
    void isForThoseWhomItIsFor() {
        String spanish = admin.announces(Map.of("texts", says("Para ti"), "target", Map.of("language", "es")));
        admin.announces(Map.of("texts", says("For those who help"), "target", Map.of("role", "moderator")));
        admin.announces(Map.of(
                "texts",
                says("For the old"),
                "target",
                Map.of(
                        "registered_before",
                        Instant.now().minus(1, ChronoUnit.DAYS).toString())));
        admin.announces(Map.of(
                "texts",
                says("For the new"),
                "target",
                Map.of(
                        "registered_after",
                        Instant.now().minus(1, ChronoUnit.DAYS).toString())));

        assertThat(alice.reads(PATH).each("content")).containsExactly("<p>For the new</p>");
        assertThat(ana.reads(PATH).each("content")).containsExactly("<p>Para ti</p>", "<p>For the new</p>");
        assertThat(as(alice, Permission.MANAGE_REPORTS).content()).contains("For those who help");
        assertThat(as(alice, Permission.ADMINISTRATOR).content()).contains("For those who help");
        assertThat(alice.posts(PATH + "/" + spanish + "/dismiss").status()).isEqualTo(404);
        assertThat(reacts(HttpMethod.PUT, alice, spanish, "🎉").status()).isEqualTo(404);
        assertThat(reacts(HttpMethod.PUT, ana, spanish, "🎉").status()).isEqualTo(200);
    }

    @Test
    void isForThoseWithTheRoleAndTheScopeToAnnounce() {
        String id = admin.writes(Map.of("texts", says("Draft")));

        for (Announcer other : List.of(
                new Announcer(alice, 0, "admin:read admin:write"),
                new Announcer(alice, Permission.sum(Permission.MANAGE_REPORTS), "admin:read admin:write"),
                new Announcer(alice, Permission.sum(Permission.MANAGE_ANNOUNCEMENTS), "read write"))) {
            for (Reply reply : List.of(
                    other.reads(""),
                    other.reads("/" + id),
                    other.reads("/" + id + "/acts"),
                    other.reads("/" + id + "/mail"),
                    other.sends(HttpMethod.POST, "", Map.of("texts", says("Mine"))),
                    other.sends(HttpMethod.PUT, "/" + id, Map.of("texts", says("Mine"))),
                    other.sends(HttpMethod.DELETE, "/" + id, Map.of()),
                    other.posts("/" + id + "/publish"),
                    other.posts("/" + id + "/unpublish"),
                    other.posts("/" + id + "/mail/pause"),
                    other.posts("/" + id + "/mail/resume"),
                    other.posts("/" + id + "/mail/withdraw"))) {
                assertThat(reply.status()).as(other.toString()).isEqualTo(403);
            }
        }
        assertThat(new Announcer(alice, Permission.sum(Permission.ADMINISTRATOR), "admin:read")
                        .reads("/" + id)
                        .status())
                .isEqualTo(200);
        assertThat(new Announcer(alice, Permission.sum(Permission.ADMINISTRATOR), "admin:read")
                        .posts("/" + id + "/publish")
                        .status())
                .isEqualTo(403);
        assertThat(world.run(MockMvcRequestBuilders.get(PATH)).status()).isEqualTo(401);
        assertThat(world.run(MockMvcRequestBuilders.get(Announcer.PATH)).status())
                .isEqualTo(401);
        assertThat(alice.reads(PATH).body()).isEmpty();
    }

    @Test
    void namesWhatIsWrong() {
        Map<String, Map<String, ?>> wrong = Map.of(
                "texts", Map.of(),
                "texts[0][language]", Map.of("texts", List.of(Map.of("language", "tlh", "text", "x"))),
                "texts[0][text]", Map.of("texts", says(" ")),
                "texts[1][language]",
                        Map.of(
                                "texts",
                                List.of(Map.of("language", "en", "text", "x"), Map.of("language", "en", "text", "y"))),
                "main_language", Map.of("texts", says("x"), "main_language", "fr"),
                "ends_at",
                        Map.of(
                                "texts",
                                says("x"),
                                "starts_at",
                                "2030-01-02T00:00:00Z",
                                "ends_at",
                                "2030-01-01T00:00:00Z"),
                "starts_at", Map.of("texts", says("x"), "starts_at", "9999-01-02T00:00:00Z"),
                "target[role]", Map.of("texts", says("x"), "target", Map.of("role", "king")),
                "target[language]", Map.of("texts", says("x"), "target", Map.of("language", "klingon")));
        wrong.forEach((field, request) -> {
            Reply reply = admin.sends(HttpMethod.POST, "", request);
            assertThat(reply.status()).as(field).isEqualTo(422);
            assertThat(reply.body().path("details").propertyNames()).as(field).contains(field);
        });
        Reply tooLong = admin.sends(HttpMethod.POST, "", Map.of("texts", says("x".repeat(5001))));
        assertThat(tooLong.body().path("details").propertyNames()).containsExactly("texts[0][text]");
        assertThat(admin.reads("").body()).isEmpty();
        assertThat(admin.reads("/77").status()).isEqualTo(404);
        assertThat(admin.posts("/77/publish").status()).isEqualTo(404);
        String over = admin.writes(Map.of("texts", says("x"), "ends_at", "2020-01-01T00:00:00Z"));
        assertThat(admin.posts("/" + over + "/publish").body().path("details").propertyNames())
                .containsExactly("ends_at");
    }

    @Test
    void pagesForAuthors() {
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(i -> admin.writes(Map.of("texts", says("Number " + i))))
                .toList();

        Reply first = admin.reads("?limit=2");
        assertThat(first.ids()).containsExactly(ids.get(4), ids.get(3));
        assertThat(first.link()).contains("max_id=" + ids.get(3));
        assertThat(admin.reads("?limit=2&max_id=" + ids.get(3)).ids()).containsExactly(ids.get(2), ids.get(1));
        assertThat(admin.reads("?limit=2&min_id=" + ids.get(0)).ids()).containsExactly(ids.get(2), ids.get(1));
    }

    @Test
    void changesAndTakesBack() {
        String id = admin.announces(Map.of("texts", says("Frist")));
        admin.sends(HttpMethod.PUT, "/" + id, Map.of("texts", says("First")));
        assertThat(content(alice)).isEqualTo("<p>First</p>");
        Reply others = admin.sends(
                HttpMethod.PUT, "/" + id, Map.of("texts", says("First"), "target", Map.of("language", "es")));
        assertThat(others.status()).isEqualTo(422);
        assertThat(others.body().path("details").propertyNames()).containsExactly("target");

        assertThat(admin.posts("/" + id + "/unpublish").body().path("state").asString())
                .isEqualTo("draft");
        assertThat(alice.reads(PATH).body()).isEmpty();
        assertThat(reacts(HttpMethod.PUT, alice, id, "🎉").status()).isEqualTo(404);
        assertThat(admin.posts("/" + id + "/publish").body().path("state").asString())
                .isEqualTo("published");
        assertThat(admin.sends(HttpMethod.DELETE, "/" + id, Map.of()).content()).isEqualTo("{}");
        assertThat(alice.reads(PATH).body()).isEmpty();
        assertThat(admin.reads("/" + id).status()).isEqualTo(404);
    }

    @Test
    void remembersWhoDidWhatForEver() {
        String id = admin.announces(Map.of("texts", says("News")));
        admin.sends(HttpMethod.DELETE, "/" + id, Map.of());

        Reply acts = admin.reads("/" + id + "/acts");
        assertThat(acts.each("act")).containsExactly("deleted", "published", "created");
        assertThat(acts.each("account_id"))
                .containsOnly(Long.toString(admin.person().id()));
        for (String attempt : List.of(
                "DELETE FROM announcement_act",
                "UPDATE announcement_act SET account_id = 1",
                "TRUNCATE announcement_act")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc.sql(attempt).update());
        }
    }

    @Test
    void appearsAndGoesAtItsTime() {
        Instant soon = Instant.now().plusSeconds(2);
        String id = admin.writes(Map.of(
                "texts",
                says("Soon"),
                "scheduled_at",
                soon.toString(),
                "ends_at",
                soon.plusSeconds(2).toString()));
        assertThat(admin.posts("/" + id + "/publish").body().path("state").asString())
                .isEqualTo("scheduled");
        assertThat(alice.reads(PATH).body()).isEmpty();

        await().until(() -> alice.reads(PATH).ids().contains(id));
        assertThat(Instant.now()).isAfterOrEqualTo(soon);
        await().until(() -> alice.reads(PATH).body().isEmpty());
        await().until(() ->
                admin.reads("/" + id).body().path("state").asString().equals("over"));
        assertThat(admin.reads("/" + id + "/acts").each("act"))
                .containsExactly("ended", "published", "scheduled", "created");
        assertThat(admin.reads("/" + id + "/acts")
                        .body()
                        .path(0)
                        .path("account_id")
                        .isNull())
                .isTrue();
    }

    @Test
    void lastsTheWholeOfItsLastDay() {
        String today = Instant.now().truncatedTo(ChronoUnit.DAYS).toString();
        String id = admin.announces(Map.of("texts", says("Today"), "ends_at", today, "all_day", true));

        assertThat(alice.reads(PATH).ids()).containsExactly(id);
        assertThat(world.count("SELECT extract(epoch FROM over_at - ends_at)::bigint FROM announcement"))
                .isEqualTo(86_400);
    }

    @Test
    void keepsTheScheduleOnceHoweverManyKeepIt() {
        List<String> ids = IntStream.range(0, 30)
                .mapToObj(i -> admin.writes(Map.of("texts", says("Number " + i))))
                .toList();
        jdbc.sql("UPDATE announcement SET state = 'SCHEDULED', scheduled_at = now() - interval '1 s'")
                .update();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.runAsync(service::keepSchedule, threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }

        assertThat(alice.reads(PATH).ids()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(ids)
                .allSatisfy(id -> assertThat(admin.reads("/" + id + "/acts").each("act"))
                        .containsExactly("published", "created"));
    }

    private String content(Person person) {
        return person.reads(PATH).body().path(0).path("content").asString();
    }

    private Reply as(Person person, Permission permission) {
        String token = TestTokens.with(claims -> claims.subject(Long.toString(person.id()))
                .claim("scope", "read")
                .claim("permissions", Permission.sum(permission)));
        return world.run(MockMvcRequestBuilders.get(PATH).header("Authorization", "Bearer " + token));
    }

    private static Reply reacts(HttpMethod method, Person person, String id, String name) {
        return person.sends(MockMvcRequestBuilders.request(
                method, URI.create(PATH + "/" + id + "/reactions/" + UriUtils.encode(name, UTF_8))));
    }
}
