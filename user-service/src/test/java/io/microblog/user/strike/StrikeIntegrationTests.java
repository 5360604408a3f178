package io.microblog.user.strike;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.microblog.event.AccountEvent.UserRestricted;
import io.microblog.event.ModerationEvent.AppealFiled;
import io.microblog.event.ModerationEvent.PostRemovalDecided;
import io.microblog.event.SecurityEvent.AppealDecided;
import io.microblog.user.Browser.Answer;
import io.microblog.user.Client;
import io.microblog.user.Heard;
import io.microblog.user.IntegrationTest;
import io.microblog.user.ReplicaKeepers;
import io.microblog.user.Visitor;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IntegrationTest
class StrikeIntegrationTests {

    private static final String OWN = "/api/v1/strikes";
    private static final String ADMIN = "/api/v1/admin/strikes";

    @Autowired
    World world;

    @Autowired
    Heard heard;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Strikes strikes;

    @Autowired
    StrikeRepository repository;

    Person troll = World.NOBODY;
    Person mona = World.NOBODY;
    Client owner;
    Client moderator;

    @BeforeEach
    void people() {
        troll = world.aPerson("troll");
        mona = world.aPerson("mona");
        owner = world.as(troll);
        moderator = world.asStaff(mona, World.MODERATOR);
    }

    @Test
    void listsWhatWasDone() {
        act("none", Map.of("text", "Be kind"));
        String newer = act("silence", Map.of("expires_in", "86400"));

        JsonNode mine = owner.get(OWN).json();
        assertThat(mine.valueStream().map(strike -> strike.get("action").asString()))
                .containsExactly("silence", "none");
        JsonNode strike = mine.get(0);
        assertThat(strike.get("id").asString()).isEqualTo(newer);
        assertThat(strike.get("moderator_account").isNull()).isTrue();
        assertThat(strike.at("/target_account/username").asString()).isEqualTo(troll.username());
        assertThat(strike.get("appeal").isNull()).isTrue();
        assertThat(strike.get("appealable").asBoolean()).isTrue();
        assertThat(Instant.parse(strike.get("ends_at").asString()))
                .isBetween(
                        Instant.now().plus(Duration.ofHours(23)), Instant.now().plus(Duration.ofHours(25)));
        assertThat(mine.get(1).get("text").asString()).isEqualTo("Be kind");
        Answer page = owner.get(OWN + "?limit=1");
        assertThat(owner.get(page.next()).json().get(0).get("text").asString()).isEqualTo("Be kind");

        JsonNode seen =
                moderator.get(ADMIN + "?target_account_id=" + troll.id()).json();
        assertThat(seen).hasSize(2);
        assertThat(seen.at("/0/moderator_account/username").asString()).isEqualTo(mona.username());
    }

    @Test
    void isInTheCaseOfItsReport() {
        Answer report = world.as(mona).postJson("/api/v1/reports", "{\"account_id\":\"%d\"}".formatted(troll.id()));
        String id = report.json().get("id").asString();

        act("none", Map.of("report_id", id));

        JsonNode shown = moderator.get("/api/v1/admin/reports/" + id).json();
        assertThat(owner.get(OWN).json().at("/0/case_id")).isEqualTo(shown.get("case_id"));
        assertThat(shown.get("action_taken").asBoolean()).isTrue();
    }

    @Test
    void namesTheRulesThatWereBroken() {
        var admin = world.asStaff(world.aPerson("admin"), World.ADMIN);
        String rule = admin.postJson("/api/v1/admin/rules", "{\"text\":\"Be kind\"}")
                .json()
                .get("id")
                .asString();

        act("none", Map.of("rule_ids[]", rule));

        assertThat(owner.get(OWN).json().at("/0/rules/0/text").asString()).isEqualTo("Be kind");
        admin.delete("/api/v1/admin/rules/" + rule);
    }

    @Test
    void saysWhatCannotBe() {
        assertProblem("none", Map.of("expires_in", "60"), "expires_in");
        assertProblem("silence", Map.of("expires_in", "999999999"), "expires_in");
        assertProblem("silence", Map.of("rule_ids[]", "1"), "rule_ids");
        assertProblem("silence", Map.of("text", "a".repeat(10_001)), "text");
        assertThat(owner.get(OWN).json()).isEmpty();
    }

    @Test
    void endsOnceWhenItsTimeHasCome() {
        String id = act("silence", Map.of("expires_in", "86400"));
        Strike strike = repository.find(Long.parseLong(id)).orElseThrow();
        jdbc.sql("UPDATE strike SET ends_at = created_at WHERE id = ?")
                .param(strike.id())
                .update();

        IntStream.range(0, 4).parallel().forEach(copy -> strikes.end(strike));

        await().untilAsserted(() -> {
            assertThat(world.account(troll).has("limited")).isFalse();
            assertThat(heard.all(UserRestricted.class, event -> event.account().id() == troll.id()))
                    .extracting(event -> event.account().limited())
                    .containsExactly(true, false);
        });
        assertThat(owner.get(OWN + "/" + id).json().get("lifting").asString()).isEqualTo("ended");
        assertThat(log()).containsExactly("END_STRIKE", "SILENCE");
    }

    @Test
    void endsBySchedule() {
        String id = act("suspend", Map.of("expires_in", "1"));

        await().untilAsserted(() -> assertThat(
                        moderator.get(ADMIN + "/" + id).json().get("lifting").asString(""))
                .isEqualTo("ended"));
        assertThat(world.exchange("bearer", troll.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void bringsBackWhatWasThereBefore() {
        String longer = act("silence", Map.of());
        String shorter = act("silence", Map.of("expires_in", "86400"));

        undo(shorter);
        assertThat(world.account(troll).get("limited").asBoolean()).isTrue();
        assertThat(undo(longer).get("lifting").asString()).isEqualTo("undone");
        assertThat(world.account(troll).has("limited")).isFalse();
        undo(longer);
        assertThat(log()).containsExactly("UNDO_STRIKE", "UNDO_STRIKE", "SILENCE", "SILENCE");
    }

    @Test
    void undoesEachKind() {
        for (String type : List.of("none", "sensitive", "silence", "disable", "suspend")) {
            undo(act(type, Map.of()));
        }

        JsonNode account = moderator.get("/api/v1/admin/accounts/" + troll.id()).json();
        for (String state : List.of("sensitized", "silenced", "disabled", "suspended")) {
            assertThat(account.get(state).asBoolean()).as(state).isFalse();
        }
        assertThat(world.exchange("bearer", troll.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void isLiftedWithTheSanction() {
        String id = act("silence", Map.of("expires_in", "86400"));

        moderator.post("/api/v1/admin/accounts/" + troll.id() + "/unsilence", Map.of());

        assertThat(owner.get(OWN + "/" + id).json().get("lifting").asString()).isEqualTo("undone");
        assertThat(repository.due(Instant.now().plus(Duration.ofDays(2)), 100))
                .noneMatch(strike -> strike.targetId() == troll.id());
    }

    @Test
    void isDoneOnceUnderAKey() {
        String path = "/api/v1/admin/accounts/" + troll.id() + "/action";
        Map<String, String> silence = Map.of("type", "silence", "send_email_notification", "true");
        String[] key = {"Idempotency-Key", "k-" + troll.id()};

        ReplicaKeepers.failNext(2);
        int first = moderator.post(path, silence, key).status();
        ReplicaKeepers.failNext(0);
        assertThat(first).isEqualTo(503);
        assertThat(moderator.post(path, silence, key).status()).isEqualTo(200);
        assertThat(owner.get(OWN).json()).hasSize(1);
        assertThat(world.letters("LIMITATION", troll)).hasSize(1);
        assertThat(ReplicaKeepers.of(troll)
                        .getLast()
                        .json()
                        .at("/restrictions/limited")
                        .asBoolean())
                .isTrue();

        moderator.post(path, silence, "Idempotency-Key", "another");
        moderator.post(path, silence);
        assertThat(owner.get(OWN).json()).hasSize(3);
        assertThat(moderator
                        .post(path, silence, "Idempotency-Key", "k".repeat(256))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void deletesReportedPosts() {
        long spam = ReplicaKeepers.post(troll, "<p>Buy now</p>");
        long kept = ReplicaKeepers.post(troll, "<p>Hello</p>");
        String report = report(spam, kept);

        String id = act(
                "delete_statuses",
                Map.of(
                        "report_id",
                        report,
                        "status_ids[]",
                        String.valueOf(spam),
                        "text",
                        "Spam",
                        "send_email_notification",
                        "true"));

        await().untilAsserted(() -> assertThat(
                        heard.all(PostRemovalDecided.class, event -> event.targetId() == troll.id()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.postId()).isEqualTo(spam);
                    assertThat(event.strikeId()).isEqualTo(Long.parseLong(id));
                }));
        ReplicaKeepers.delete(spam);
        JsonNode strike = owner.get(OWN + "/" + id).json();
        assertThat(strike.get("action").asString()).isEqualTo("delete_statuses");
        assertThat(strike.at("/status_ids/0").asString()).isEqualTo(String.valueOf(spam));
        assertThat(strike.get("status_ids")).hasSize(1);
        assertThat(strike.get("appealable").asBoolean()).isTrue();
        assertThat(world.letter("REMOVAL", troll).at("/strike/action").asString())
                .isEqualTo("delete_statuses");
        assertThat(log()).containsExactly("DELETE_STATUSES");
        JsonNode seen = moderator.get("/api/v1/admin/reports/" + report).json();
        assertThat(seen.get("action_taken").asBoolean()).isTrue();
        assertThat(seen.get("statuses")).hasSize(2);
        assertThat(seen.at("/statuses/0/content").asString()).isEqualTo("<p>Buy now</p>");
    }

    @Test
    void deletesAllPostsOfAReportWhereNoneIsChosen() {
        String report = report(ReplicaKeepers.post(troll, "One"), ReplicaKeepers.post(troll, "Two"));

        act("delete_statuses", Map.of("report_id", report));

        assertThat(owner.get(OWN).json().at("/0/status_ids")).hasSize(2);
    }

    @Test
    void deletesNothingElse() {
        String report = report(ReplicaKeepers.post(troll, "One"));
        String empty = report();
        String other = String.valueOf(ReplicaKeepers.post(troll, "Two"));

        assertProblem("delete_statuses", Map.of(), "report_id");
        assertProblem("delete_statuses", Map.of("report_id", empty), "status_ids");
        assertProblem("delete_statuses", Map.of("report_id", report, "status_ids[]", other), "status_ids");
        assertProblem("delete_statuses", Map.of("report_id", report, "expires_in", "60"), "expires_in");
        assertProblem("silence", Map.of("report_id", report, "status_ids[]", other), "status_ids");
        assertThat(owner.get(OWN).json()).isEmpty();
    }

    @Test
    void isNobodyElses() {
        String id = act("none", Map.of());
        Client stranger = world.as(world.aPerson("stranger"));

        assertThat(stranger.get(OWN + "/" + id).status()).isEqualTo(404);
        assertThat(stranger.get(OWN).json()).isEmpty();
        assertThat(stranger.post(OWN + "/" + id + "/appeal", Map.of("text", "No"))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get(ADMIN + "/" + id).status()).isEqualTo(403);
        assertThat(world.browser().get(OWN).status()).isEqualTo(401);
        assertThat(world.as(world.aToken(troll, "write")).get(OWN).status()).isEqualTo(403);
    }

    @Test
    void takesBackWhatIsAppealedAgainst() {
        String id = act("silence", Map.of("text", "Loud"));

        JsonNode appealed = appeal(id, "I was not");
        assertThat(appealed.at("/appeal/text").asString()).isEqualTo("I was not");
        assertThat(appealed.at("/appeal/state").asString()).isEqualTo("pending");
        assertThat(appealed.get("appealable").asBoolean()).isFalse();
        String caseId = appealed.get("case_id").asString();
        await().untilAsserted(() -> assertThat(heard.all(AppealFiled.class, event -> event.targetId() == troll.id()))
                .extracting(event -> String.valueOf(event.caseId()))
                .containsExactly(caseId));
        assertThat(ids(moderator.get(ADMIN + "?appealed=true&target_account_id=" + troll.id())))
                .containsExactly(id);
        assertThat(ids(moderator.get("/api/v1/admin/cases?target_account_id=" + troll.id())))
                .containsExactly(caseId);

        JsonNode approved =
                moderator.post(ADMIN + "/" + id + "/appeal/approve", Map.of()).json();

        assertThat(approved.at("/appeal/state").asString()).isEqualTo("approved");
        assertThat(approved.get("lifting").asString()).isEqualTo("appealed");
        assertThat(world.account(troll).has("limited")).isFalse();
        JsonNode letter = world.letter("APPEAL_APPROVAL", troll);
        assertThat(letter.get("detail").asString()).isEqualTo("I was not");
        assertThat(letter.at("/strike/appeal_state").asString()).isEqualTo("approved");
        assertThat(ids(moderator.get("/api/v1/admin/cases?target_account_id=" + troll.id())))
                .isEmpty();
        assertThat(log()).containsExactly("APPROVE_APPEAL", "SILENCE");
        await().untilAsserted(() -> assertThat(heard.all(AppealDecided.class, event -> event.accountId() == troll.id()))
                .extracting(AppealDecided::approved)
                .containsExactly(true));
    }

    @Test
    void acceptsTheAppealAgainstWhatIsUndone() {
        String undone = act("silence", Map.of());
        String lifted = act("sensitive", Map.of());
        appeal(undone, "I was not");
        appeal(lifted, "It was not");

        undo(undone);
        undo(undone);
        moderator.post("/api/v1/admin/accounts/" + troll.id() + "/unsensitive", Map.of());

        for (String id : List.of(undone, lifted)) {
            JsonNode strike = owner.get(OWN + "/" + id).json();
            assertThat(strike.at("/appeal/state").asString()).isEqualTo("approved");
            assertThat(strike.get("lifting").asString()).isEqualTo("undone");
            assertThat(moderator
                            .post(ADMIN + "/" + id + "/appeal/reject", Map.of())
                            .status())
                    .isEqualTo(422);
        }
        assertThat(world.letters("APPEAL_APPROVAL", troll)).hasSize(2);
        assertThat(ids(moderator.get("/api/v1/admin/cases?target_account_id=" + troll.id())))
                .isEmpty();
    }

    @Test
    void leavesAnAppealOpenAgainstWhatEnds() {
        String id = act("silence", Map.of("expires_in", "86400"));
        appeal(id, "It was wrong");

        strikes.end(repository.find(Long.parseLong(id)).orElseThrow());

        assertThat(owner.get(OWN + "/" + id).json().at("/appeal/state").asString())
                .isEqualTo("pending");
        assertThat(world.letters("APPEAL_APPROVAL", troll)).isEmpty();
    }

    @Test
    void leavesWhatIsAppealedAgainst() {
        String id = act("silence", Map.of());
        appeal(id, "Please");

        JsonNode rejected =
                moderator.post(ADMIN + "/" + id + "/appeal/reject", Map.of()).json();

        assertThat(rejected.at("/appeal/state").asString()).isEqualTo("rejected");
        assertThat(world.account(troll).get("limited").asBoolean()).isTrue();
        assertThat(world.letters("APPEAL_REJECTION", troll)).hasSize(1);
        assertThat(moderator
                        .post(ADMIN + "/" + id + "/appeal/approve", Map.of())
                        .status())
                .isEqualTo(422);
        assertThat(owner.post(OWN + "/" + id + "/appeal", Map.of("text", "Again"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void takesOneAppealInTimeWithAText() {
        String id = act("none", Map.of());

        for (String text : List.of("", " ", "a".repeat(2_001))) {
            Answer refused = owner.post(OWN + "/" + id + "/appeal", Map.of("text", text));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().get("details").has("text")).isTrue();
        }
        jdbc.sql("UPDATE strike SET created_at = created_at - interval '21 days' WHERE id = ?")
                .param(Long.parseLong(id))
                .update();
        assertThat(owner.post(OWN + "/" + id + "/appeal", Map.of("text", "Late"))
                        .status())
                .isEqualTo(422);
        String undone = act("silence", Map.of());
        undo(undone);
        assertThat(owner.post(OWN + "/" + undone + "/appeal", Map.of("text", "Moot"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void isAppealedAgainstByMailWhereNobodySignsIn() {
        String id = act("suspend", Map.of("text", "Spam", "send_email_notification", "true"));
        Visitor visitor = world.visitor();
        String link = world.linkIn("SUSPENSION", troll);

        Answer page = visitor.get(link);
        assertThat(page.page().text()).contains("Spam");
        Answer sent = visitor.submit(page, 0, Map.of("text", "I am no robot"));
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        assertThat(sent.page().select("form")).isEmpty();

        JsonNode strike = moderator.get(ADMIN + "/" + id).json();
        assertThat(strike.at("/appeal/text").asString()).isEqualTo("I am no robot");
        assertThat(visitor.get(link + "x").status()).isEqualTo(400);
        moderator.post(ADMIN + "/" + id + "/appeal/approve", Map.of());
        assertThat(world.exchange("bearer", troll.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void isDoneToNobodyOfTheSameOrAHigherRole() {
        String id = act("none", Map.of());
        appeal(id, "Please");
        world.appoint(troll, World.MODERATOR);

        for (String path : List.of("/undo", "/appeal/approve", "/appeal/reject")) {
            assertThat(moderator.post(ADMIN + "/" + id + path, Map.of()).status())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void isKeptOfWhatTheOperatorDid() {
        world.administrate(troll.username(), "suspend");
        assertThat(world.exchange("bearer", troll.accessToken()).status()).isEqualTo(401);

        world.administrate(troll.username(), "reinstate");

        assertThat(owner.get(OWN).json().at("/0/lifting").asString()).isEqualTo("undone");
    }

    private String act(String type, Map<String, String> more) {
        Answer answer = act(with(type, more));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return moderator
                .get(ADMIN + "?limit=1&target_account_id=" + troll.id())
                .json()
                .get(0)
                .get("id")
                .asString();
    }

    private Answer act(Map<String, String> form) {
        return moderator.post("/api/v1/admin/accounts/" + troll.id() + "/action", form);
    }

    private static Map<String, String> with(String type, Map<String, String> more) {
        var form = new HashMap<>(more);
        form.put("type", type);
        return form;
    }

    private String report(long... posts) {
        Answer answer = world.as(mona)
                .postJson(
                        "/api/v1/reports",
                        "{\"account_id\":\"%d\",\"status_ids\":[%s]}"
                                .formatted(
                                        troll.id(),
                                        LongStream.of(posts)
                                                .mapToObj("\"%d\""::formatted)
                                                .collect(Collectors.joining(","))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("id").asString();
    }

    private void assertProblem(String type, Map<String, String> more, String field) {
        Answer answer = act(with(type, more));
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().get("details").has(field)).as(answer.body()).isTrue();
    }

    private JsonNode undo(String id) {
        Answer answer = moderator.post(ADMIN + "/" + id + "/undo", Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode appeal(String id, String text) {
        Answer answer = owner.post(OWN + "/" + id + "/appeal", Map.of("text", text));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private List<@Nullable String> log() {
        return jdbc.sql("SELECT action FROM audit_entry WHERE target_id = ? ORDER BY id DESC")
                .param(troll.id())
                .query(String.class)
                .list();
    }

    private static List<String> ids(Answer answer) {
        return answer.json()
                .valueStream()
                .map(entry -> entry.get("id").asString())
                .toList();
    }
}
