package io.microblog.user.report;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.microblog.event.ModerationEvent.ReportFiled;
import io.microblog.user.Browser.Answer;
import io.microblog.user.Client;
import io.microblog.user.Heard;
import io.microblog.user.IntegrationTest;
import io.microblog.user.ReplicaKeepers;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IntegrationTest
class ReportIntegrationTests {

    private static final String QUEUE = "/api/v1/admin/reports/";

    @Autowired
    World world;

    @Autowired
    Heard heard;

    Person rita = World.NOBODY;
    Person troll = World.NOBODY;
    Client reporter;
    Client moderator;

    @BeforeEach
    void people() {
        rita = world.aPerson("rita");
        troll = world.aPerson("troll");
        reporter = world.as(rita);
        moderator = world.asStaff(world.aPerson("moderator"), World.MODERATOR);
    }

    @Test
    void takesAReport() {
        long post = ReplicaKeepers.post(troll, "Buy this");

        Answer answer = reporter.post(
                "/api/v1/reports",
                Map.of(
                        "account_id", String.valueOf(troll.id()),
                        "status_ids[]", String.valueOf(post),
                        "comment", "Advertising",
                        "category", "spam",
                        "forward", "true"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode report = answer.json();
        assertThat(report.get("action_taken").asBoolean()).isFalse();
        assertThat(report.get("action_taken_at").isNull()).isTrue();
        assertThat(report.get("category").asString()).isEqualTo("spam");
        assertThat(report.get("comment").asString()).isEqualTo("Advertising");
        assertThat(report.get("forwarded").asBoolean()).isFalse();
        assertThat(report.at("/status_ids/0").asString()).isEqualTo(String.valueOf(post));
        assertThat(report.at("/target_account/username").asString()).isEqualTo(troll.username());
    }

    @Test
    void tellsModerators() {
        String id = file("{\"account_id\":\"%d\"}".formatted(troll.id()));

        await().untilAsserted(() -> assertThat(heard.all(ReportFiled.class, event -> event.targetId() == troll.id()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.reportId()).isEqualTo(Long.parseLong(id));
                    assertThat(event.accountId()).isEqualTo(rita.id());
                    assertThat(event.category()).isEqualTo("other");
                }));
    }

    @Test
    void keepsPostsAsTheyWere() {
        long edited = ReplicaKeepers.post(troll, "Buy this");
        long deleted = ReplicaKeepers.post(troll, "And that");
        String id =
                file("{\"account_id\":\"%d\",\"status_ids\":[\"%d\",\"%d\"]}".formatted(troll.id(), edited, deleted));

        ReplicaKeepers.edit(edited, "I am innocent");
        ReplicaKeepers.delete(deleted);

        JsonNode posts = moderator.get(QUEUE + id).json().get("statuses");
        assertThat(posts.valueStream().map(post -> post.get("content").asString()))
                .containsExactly("Buy this", "And that");
        assertThat(posts.at("/0/media_attachments/0/description").asString()).isEqualTo("A red bicycle");
    }

    @Test
    void keepsNothingOfHowTheReporterStandsToThem() {
        long post = ReplicaKeepers.post(troll, "Buy this");
        String id = file("{\"account_id\":\"%d\",\"status_ids\":[\"%d\"]}".formatted(troll.id(), post));

        assertThat(moderator.get(QUEUE + id).json().at("/statuses/0").has("bookmarked"))
                .isFalse();
    }

    @Test
    void joinsReportsOfOnePersonToACase() {
        String mine = file("{\"account_id\":\"%d\"}".formatted(troll.id()));
        Client another = world.as(world.aPerson("another"));
        String theirs = file(another, "{\"account_id\":\"%d\"}".formatted(troll.id()));

        assertThat(moderator.get(QUEUE + mine).json().get("case_id"))
                .isEqualTo(moderator.get(QUEUE + theirs).json().get("case_id"));
        moderator.post(QUEUE + mine + "/resolve", Map.of());
        assertThat(moderator.get(QUEUE + theirs).json().get("action_taken").asBoolean())
                .isTrue();
        String later = file("{\"account_id\":\"%d\"}".formatted(troll.id()));
        assertThat(moderator.get(QUEUE + later).json().get("action_taken").asBoolean())
                .isFalse();
    }

    @Test
    void joinsReportsThatComeAtOnce() {
        List<Person> people =
                IntStream.range(0, 6).mapToObj(n -> world.aPerson("many")).toList();

        List<String> cases = people.parallelStream()
                .map(world::as)
                .map(client -> file(client, "{\"account_id\":\"%d\"}".formatted(troll.id())))
                .map(id -> moderator.get(QUEUE + id).json().get("case_id").asString())
                .toList();

        assertThat(cases).hasSize(6).containsOnly(cases.getFirst());
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertProblem("{}", "account_id");
        assertProblem("{\"account_id\":\"%d\"}".formatted(rita.id()), "account_id");
        assertProblem("{\"account_id\":\"%d\",\"category\":\"boring\"}".formatted(troll.id()), "category");
        assertProblem("{\"account_id\":\"%d\",\"category\":\"violation\"}".formatted(troll.id()), "rule_ids");
        assertProblem("{\"account_id\":\"%d\",\"rule_ids\":[\"1\"]}".formatted(troll.id()), "rule_ids");
        assertProblem("{\"account_id\":\"%d\",\"comment\":\"%s\"}".formatted(troll.id(), "a".repeat(1_001)), "comment");
        String many = String.join(
                ",", IntStream.rangeClosed(1, 41).mapToObj(String::valueOf).toList());
        assertProblem("{\"account_id\":\"%d\",\"status_ids\":[%s]}".formatted(troll.id(), many), "status_ids");
    }

    @Test
    void takesNoPostsOfOthersNorHiddenOnes() {
        long ofAnother = ReplicaKeepers.post(world.aPerson("another"), "Hello");
        long hidden = ReplicaKeepers.post(troll, "For friends");
        ReplicaKeepers.hide(hidden, rita);

        for (long post : List.of(ofAnother, hidden, 1L)) {
            assertProblem("{\"account_id\":\"%d\",\"status_ids\":[\"%d\"]}".formatted(troll.id(), post), "status_ids");
        }
    }

    @Test
    void isAViolationWhereRulesAreNamed() {
        Client admin = world.asStaff(world.aPerson("admin"), World.ADMIN);
        String rule = admin.postJson("/api/v1/admin/rules", "{\"text\":\"Be kind\"}")
                .json()
                .get("id")
                .asString();

        String id =
                file("{\"account_id\":\"%d\",\"category\":\"spam\",\"rule_ids\":[\"%s\"]}".formatted(troll.id(), rule));
        admin.delete("/api/v1/admin/rules/" + rule);

        JsonNode report = moderator.get(QUEUE + id).json();
        assertThat(report.get("category").asString()).isEqualTo("violation");
        assertThat(report.at("/rules/0/text").asString()).isEqualTo("Be kind");
    }

    @Test
    void isNotThereForNobody() {
        assertThat(reporter.postJson("/api/v1/reports", "{\"account_id\":\"1\"}")
                        .status())
                .isEqualTo(404);
        world.administrate(troll.username(), "suspend");
        assertThat(reporter.postJson("/api/v1/reports", "{\"account_id\":\"%d\"}".formatted(troll.id()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void limitsHowManyOnePersonFiles() {
        for (int i = 0; i < 6; i++) {
            file("{\"account_id\":\"%d\"}".formatted(troll.id()));
        }

        Answer refused = reporter.postJson("/api/v1/reports", "{\"account_id\":\"%d\"}".formatted(troll.id()));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotBlank();
    }

    @Test
    void saysSoWhenPostsCannotBeRead() {
        long post = ReplicaKeepers.post(troll, "Buy this");

        ReplicaKeepers.whileAway(
                "posts",
                () -> assertThat(reporter.postJson(
                                        "/api/v1/reports",
                                        "{\"account_id\":\"%d\",\"status_ids\":[\"%d\"]}".formatted(troll.id(), post))
                                .status())
                        .isEqualTo(503));
    }

    @Test
    void needsAPersonWithTheScope() {
        String body = "{\"account_id\":\"%d\"}".formatted(troll.id());

        assertThat(world.browser().postJson("/api/v1/reports", body).status()).isEqualTo(401);
        assertThat(world.as(world.aToken(rita, "read"))
                        .postJson("/api/v1/reports", body)
                        .status())
                .isEqualTo(403);
        assertThat(world.as(world.aToken(rita, "write:reports"))
                        .postJson("/api/v1/reports", body)
                        .status())
                .isEqualTo(200);
        assertThat(world.as(world.anAppToken())
                        .postJson("/api/v1/reports", body)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void showsReportsToNotificationServiceForThoseWhoHandleThem() {
        Person handler = world.aPerson("handler");
        world.asStaff(handler, World.MODERATOR);
        String id = file("{\"account_id\":\"%d\",\"comment\":\"Look\"}".formatted(troll.id()));

        JsonNode shown = asked("notification-service", id, handler).json();
        assertThat(shown).hasSize(1);
        assertThat(shown.at("/0/id").asString()).isEqualTo(id);
        assertThat(shown.at("/0/comment").asString()).isEqualTo("Look");
        assertThat(shown.at("/0/target_account/id").asString()).isEqualTo(String.valueOf(troll.id()));
        assertThat(asked("notification-service", id, rita).json()).isEmpty();
        assertThat(asked("post-service", id, handler).status()).isEqualTo(403);
    }

    private Answer asked(String service, String report, Person reader) {
        return world.asService(service)
                .get("/internal/reports?id=" + report, "Microblog-Reader", String.valueOf(reader.id()));
    }

    private String file(String json) {
        return file(reporter, json);
    }

    private static String file(Client client, String json) {
        Answer answer = client.postJson("/api/v1/reports", json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("id").asString();
    }

    private void assertProblem(String json, String field) {
        Answer answer = reporter.postJson("/api/v1/reports", json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().get("details").has(field)).as(answer.body()).isTrue();
    }
}
