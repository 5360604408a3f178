package io.microblog.user.moderation;

import java.util.List;
import java.util.Map;

import io.microblog.event.AccountEvent.UserReinstated;
import io.microblog.event.AccountEvent.UserRestricted;
import io.microblog.event.AccountEvent.UserSuspended;
import io.microblog.event.SecurityEvent.AccountSanctioned;
import io.microblog.event.SecurityEvent.SessionsRevoked;
import io.microblog.user.Browser.Answer;
import io.microblog.user.Client;
import io.microblog.user.Heard;
import io.microblog.user.IntegrationTest;
import io.microblog.user.ReplicaKeepers;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IntegrationTest
class ModerationIntegrationTests {

    private static final String REPORTS = "/api/v1/admin/reports";

    @Autowired
    World world;

    @Autowired
    Heard heard;

    Person troll = World.NOBODY;
    Person mona = World.NOBODY;
    Client moderator;

    @BeforeEach
    void people() {
        troll = world.aPerson("troll");
        mona = world.aPerson("mona");
        moderator = world.asStaff(mona, World.MODERATOR);
    }

    @Test
    void queuesOpenReports() {
        Person rita = world.aPerson("rita");
        String first = report(rita);
        String second = report(world.aPerson("second"));

        assertThat(ids(moderator.get(REPORTS + "?target_account_id=" + troll.id())))
                .containsExactly(second, first);
        assertThat(ids(moderator.get(REPORTS + "?account_id=" + rita.id()))).containsExactly(first);
        Answer page = moderator.get(REPORTS + "?limit=1&target_account_id=" + troll.id());
        assertThat(ids(page)).containsExactly(second);
        assertThat(ids(moderator.get(page.next()))).containsExactly(first);
        assertThat(ids(moderator.get(REPORTS + "?resolved=true&target_account_id=" + troll.id())))
                .isEmpty();
    }

    @Test
    void showsBothPeople() {
        Person rita = world.aPerson("rita");
        JsonNode report = moderator.get(REPORTS + "/" + report(rita)).json();

        assertThat(report.at("/account/email").asString()).isEqualTo(rita.email());
        assertThat(report.at("/target_account/account/username").asString()).isEqualTo(troll.username());
        assertThat(report.get("assigned_account").isNull()).isTrue();
    }

    @Test
    void takesAReportOverWithItsWholeCase() {
        String first = report(world.aPerson("first"));
        String second = report(world.aPerson("second"));

        post(REPORTS + "/" + first + "/assign_to_self");

        assertThat(moderator
                        .get(REPORTS + "/" + second)
                        .json()
                        .at("/assigned_account/username")
                        .asString())
                .isEqualTo(mona.username());
        assertThat(post(REPORTS + "/" + second + "/unassign")
                        .get("assigned_account")
                        .isNull())
                .isTrue();
    }

    @Test
    void resolvesAndReopens() {
        String report = report(world.aPerson("rita"));

        JsonNode settled = post(REPORTS + "/" + report + "/resolve");
        assertThat(settled.get("action_taken").asBoolean()).isTrue();
        assertThat(settled.at("/action_taken_by_account/username").asString()).isEqualTo(mona.username());
        assertThat(post(REPORTS + "/" + report + "/resolve").get("action_taken_at"))
                .isEqualTo(settled.get("action_taken_at"));

        JsonNode open = post(REPORTS + "/" + report + "/reopen");
        assertThat(open.get("action_taken").asBoolean()).isFalse();
        assertThat(open.get("action_taken_by_account").isNull()).isTrue();
    }

    @Test
    void joinsTheOpenCaseWhenItReopens() {
        String settled = report(world.aPerson("first"));
        post(REPORTS + "/" + settled + "/resolve");
        String open = report(world.aPerson("second"));

        JsonNode reopened = post(REPORTS + "/" + settled + "/reopen");

        assertThat(reopened.get("case_id"))
                .isEqualTo(moderator.get(REPORTS + "/" + open).json().get("case_id"));
    }

    @Test
    void callsAReportSomethingElse() {
        String report = report(world.aPerson("rita"));

        assertThat(moderator
                        .putJson(REPORTS + "/" + report, "{\"category\":\"spam\"}")
                        .json()
                        .get("category")
                        .asString())
                .isEqualTo("spam");
        assertThat(moderator
                        .putJson(REPORTS + "/" + report, "{\"category\":\"violation\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void suspendsInForceEverywhereAndReinstates() {
        String report = report(world.aPerson("rita"));

        act("suspend", report);

        assertThat(world.exchange("bearer", troll.accessToken()).status()).isEqualTo(401);
        assertThat(ReplicaKeepers.of(troll).getLast().json().get("suspended").asBoolean())
                .isTrue();
        assertThat(moderator
                        .get(REPORTS + "/" + report)
                        .json()
                        .get("action_taken")
                        .asBoolean())
                .isTrue();
        assertThat(account().get("suspended").asBoolean()).isTrue();

        assertThat(post(account("unsuspend")).get("suspended").asBoolean()).isFalse();
        assertThat(world.exchange("bearer", troll.accessToken()).status()).isEqualTo(200);
        await().untilAsserted(() -> {
            assertThat(heard.all(UserSuspended.class, event -> event.account().id() == troll.id()))
                    .hasSize(1);
            assertThat(heard.all(UserReinstated.class, event -> event.account().id() == troll.id()))
                    .hasSize(1);
        });
    }

    @Test
    void disablesToItsOwnerAlone() {
        act("disable", null);

        assertThat(world.exchange("bearer", troll.accessToken()).status()).isEqualTo(401);
        assertThat(world.account(troll).has("suspended")).isFalse();
        assertThat(account().get("disabled").asBoolean()).isTrue();
        await().untilAsserted(() -> assertThat(heard.all(
                        SessionsRevoked.class, event -> event.accountId() != null && event.accountId() == troll.id()))
                .isNotEmpty());

        assertThat(post(account("enable")).get("disabled").asBoolean()).isFalse();
        assertThat(world.exchange("bearer", troll.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void saysWhatItCannotDo() {
        for (String type : List.of("erase", "")) {
            Answer refused = moderator.post(account("action"), Map.of("type", type));
            assertThat(refused.status()).as(type).isEqualTo(422);
            assertThat(refused.json().get("details").has("type")).isTrue();
        }
    }

    @Test
    void limitsInForceEverywhereAndLiftsIt() {
        String report = report(world.aPerson("rita"));
        Person follower = world.aPerson("follower");
        Person stranger = world.aPerson("stranger");
        world.as(follower).post("/api/v1/accounts/" + troll.id() + "/follow", Map.of());
        assertThat(isListedFor(stranger)).isTrue();

        act("silence", report);

        assertThat(ReplicaKeepers.of(troll)
                        .getLast()
                        .json()
                        .at("/restrictions/limited")
                        .asBoolean())
                .isTrue();
        assertThat(account().get("silenced").asBoolean()).isTrue();
        assertThat(account().get("sensitized").asBoolean()).isFalse();
        assertThat(world.account(troll).get("limited").asBoolean()).isTrue();
        assertThat(moderator
                        .get(REPORTS + "/" + report)
                        .json()
                        .get("action_taken")
                        .asBoolean())
                .isTrue();
        assertThat(world.exchange("bearer", troll.accessToken()).status()).isEqualTo(200);
        assertThat(names("?status=silenced&email=" + troll.email())).hasSize(1);
        assertThat(isListedFor(stranger)).isFalse();
        assertThat(isListedFor(follower)).isTrue();
        assertThat(isListedFor(troll)).isTrue();
        assertThat(follow(stranger).get("following").asBoolean()).isFalse();
        assertThat(follow(stranger).get("requested").asBoolean()).isTrue();
        assertThat(follow(follower).get("following").asBoolean()).isTrue();

        assertThat(post(account("unsilence")).get("silenced").asBoolean()).isFalse();
        assertThat(ReplicaKeepers.of(troll)
                        .getLast()
                        .json()
                        .path("restrictions")
                        .isObject())
                .isFalse();
        assertThat(world.account(troll).has("limited")).isFalse();
        assertThat(names("?status=silenced&email=" + troll.email())).isEmpty();
        assertThat(isListedFor(stranger)).isTrue();
        await().untilAsserted(() -> {
            assertThat(follows(stranger)).isTrue();
            assertThat(heard.all(UserRestricted.class, event -> event.account().id() == troll.id()))
                    .extracting(event -> event.account().limited())
                    .containsExactly(true, false);
        });
    }

    @Test
    void nobodyIsSuggestedALimitedPerson() {
        Person reader = world.aPerson("reader");
        Person friend = world.aPerson("friend");
        world.as(reader).post("/api/v1/accounts/" + friend.id() + "/follow", Map.of());
        world.as(friend).post("/api/v1/accounts/" + troll.id() + "/follow", Map.of());
        assertThat(world.as(reader).get("/api/v1/suggestions?limit=80").names()).contains(troll.username());

        act("silence", null);
        assertThat(world.as(reader).get("/api/v1/suggestions?limit=80").names()).doesNotContain(troll.username());

        post(account("unsilence"));
        assertThat(world.as(reader).get("/api/v1/suggestions?limit=80").names()).contains(troll.username());
    }

    @Test
    void hasAllPostsCountAsSensitiveAndLiftsIt() {
        act("sensitive", null);

        assertThat(ReplicaKeepers.of(troll)
                        .getLast()
                        .json()
                        .at("/restrictions/sensitized")
                        .asBoolean())
                .isTrue();
        assertThat(account().get("sensitized").asBoolean()).isTrue();
        assertThat(account().get("silenced").asBoolean()).isFalse();
        assertThat(world.account(troll).has("limited")).isFalse();
        assertThat(moderator
                        .get("/api/v1/admin/accounts?sensitized=true&username=" + troll.username())
                        .names())
                .hasSize(1);

        assertThat(post(account("unsensitive")).get("sensitized").asBoolean()).isFalse();
        assertThat(moderator
                        .get("/api/v1/admin/accounts?sensitized=true&username=" + troll.username())
                        .names())
                .isEmpty();
        await().untilAsserted(() -> assertThat(
                        heard.all(UserRestricted.class, event -> event.account().id() == troll.id()))
                .extracting(event -> event.account().sensitized())
                .containsExactly(true, false));
    }

    @Test
    void actsOnTheReportThatIsAboutTheAccountAlone() {
        String report = report(world.aPerson("rita"));
        Person other = world.aPerson("other");

        Answer refused = moderator.post(
                "/api/v1/admin/accounts/" + other.id() + "/action", Map.of("type", "none", "report_id", report));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("details").has("report_id")).isTrue();
    }

    @Test
    void leavesThoseOfTheSameOrAHigherRoleAlone() {
        for (long role : List.of(World.MODERATOR, World.ADMIN, World.OWNER)) {
            Person above = world.aPerson("above");
            world.appoint(above, role);
            for (String act : List.of("unsuspend", "enable", "unsilence", "unsensitive")) {
                assertThat(moderator
                                .post("/api/v1/admin/accounts/" + above.id() + "/" + act, Map.of())
                                .status())
                        .as(act)
                        .isEqualTo(403);
            }
            assertThat(moderator
                            .post("/api/v1/admin/accounts/" + above.id() + "/action", Map.of("type", "suspend"))
                            .status())
                    .isEqualTo(403);
            assertThat(moderator
                            .post("/api/v1/admin/accounts/" + above.id() + "/action", Map.of("type", "silence"))
                            .status())
                    .isEqualTo(403);
            assertThat(world.exchange("bearer", above.accessToken()).status()).isEqualTo(200);
        }
        assertThat(moderator
                        .post("/api/v1/admin/accounts/" + mona.id() + "/action", Map.of("type", "suspend"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void appointsBelowItsOwnRole() {
        Client admin = world.asStaff(world.aPerson("admin"), World.ADMIN);
        String path = account("role");

        assertThat(admin.post(path, Map.of("role_id", "1"))
                        .json()
                        .at("/role/name")
                        .asString())
                .isEqualTo("Moderator");
        assertThat(admin.post(path, Map.of("role_id", "2")).status()).isEqualTo(403);
        assertThat(admin.post(path, Map.of("role_id", "3")).status()).isEqualTo(403);
        assertThat(admin.post(path, Map.of()).json().at("/role/id").asString()).isEqualTo("-99");
        assertThat(moderator.post(path, Map.of("role_id", "1")).status()).isEqualTo(403);
    }

    @Test
    void findsAccounts() {
        assertThat(names("?username=" + troll.username())).containsExactly(troll.username());
        assertThat(names("?email=" + troll.email())).containsExactly(troll.username());
        assertThat(names("?permissions=staff&username=" + mona.username())).containsExactly(mona.username());
        assertThat(names("?permissions=staff&username=" + troll.username())).isEmpty();
        assertThat(names("?role_ids[]=1&username=" + mona.username())).containsExactly(mona.username());
        assertThat(names("?origin=remote")).isEmpty();
        assertThat(names("?status=silenced&email=" + troll.email())).isEmpty();
        act("disable", null);
        assertThat(names("?status=disabled&email=" + troll.email())).hasSize(1);
        assertThat(names("?status=active&email=" + troll.email())).isEmpty();
        act("suspend", null);
        assertThat(names("?status=suspended&email=" + troll.email())).hasSize(1);
        assertThat(moderator.get("/api/v2/admin/accounts?status=loud").status()).isEqualTo(422);
    }

    @Test
    void findsAccountsAsOlderClientsAsk() {
        String older = "/api/v1/admin/accounts?username=" + troll.username();

        assertThat(moderator.get(older).names()).containsExactly(troll.username());
        assertThat(moderator.get(older + "&active=true").names()).hasSize(1);
        assertThat(moderator.get(older + "&suspended=true").names()).isEmpty();
        assertThat(moderator.get(older + "&silenced=true").names()).isEmpty();
        act("silence", null);
        assertThat(moderator.get(older + "&silenced=true").names()).hasSize(1);
        assertThat(moderator.get(older + "&remote=true").names()).isEmpty();
    }

    @Test
    void tellsTheOwnerByMailWhereThatIsWished() {
        moderator.post(account("action"), Map.of("type", "none", "text", "Quietly"));
        moderator.post(account("action"), Map.of("type", "none", "text", "Be kind", "send_email_notification", "true"));
        moderator.post(account("action"), Map.of("type", "sensitive", "send_email_notification", "true"));
        moderator.post(account("action"), Map.of("type", "silence", "send_email_notification", "true"));
        moderator.post(account("action"), Map.of("type", "suspend", "send_email_notification", "true"));

        assertThat(world.letters("WARNING", troll)).singleElement().satisfies(letter -> {
            assertThat(letter.get("detail").asString()).isEqualTo("Be kind");
            assertThat(letter.get("email").asString()).isEqualTo(troll.email());
        });
        assertThat(world.letters("SENSITIZING", troll)).hasSize(1);
        assertThat(world.letters("LIMITATION", troll)).hasSize(1);
        assertThat(world.letters("SUSPENSION", troll)).hasSize(1);
        await().untilAsserted(() -> assertThat(
                        heard.all(AccountSanctioned.class, event -> event.accountId() == troll.id()))
                .extracting(AccountSanctioned::sanction)
                .containsExactly("none", "sensitive", "silence", "suspend"));
    }

    @Test
    void notesEachAct() {
        String report = report(world.aPerson("rita"));
        post(REPORTS + "/" + report + "/assign_to_self");
        moderator.post(account("action"), Map.of("type", "suspend", "report_id", report, "text", "Third time"));
        post(account("unsuspend"));
        act("silence", null);
        post(account("unsilence"));
        act("sensitive", null);
        post(account("unsensitive"));

        JsonNode log = moderator
                .get("/api/v1/admin/audit_log?target_account_id=" + troll.id())
                .json();
        assertThat(log.valueStream().map(entry -> entry.get("action").asString()))
                .containsExactly(
                        "unsensitive", "sensitive", "unsilence", "silence", "unsuspend", "suspend", "assign_report");
        assertThat(log.at("/5/text").asString()).isEqualTo("Third time");
        assertThat(log.at("/5/object_id").asString()).isEqualTo(report);
        assertThat(log.at("/5/account_id").asString()).isEqualTo(String.valueOf(mona.id()));
    }

    private String report(Person reporter) {
        Answer answer = world.as(reporter).postJson("/api/v1/reports", "{\"account_id\":\"%d\"}".formatted(troll.id()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("id").asString();
    }

    private void act(String type, @Nullable String report) {
        Map<String, String> form = report == null ? Map.of("type", type) : Map.of("type", type, "report_id", report);
        Answer answer = moderator.post(account("action"), form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{}");
    }

    private boolean isListedFor(Person reader) {
        return world.as(reader)
                .get("/api/v1/directory?order=new&limit=80")
                .names()
                .contains(troll.username());
    }

    private boolean follows(Person reader) {
        return world.as(reader)
                .get("/api/v1/accounts/relationships?id=" + troll.id())
                .json()
                .at("/0/following")
                .asBoolean();
    }

    private JsonNode follow(Person reader) {
        return world.as(reader)
                .post("/api/v1/accounts/" + troll.id() + "/follow", Map.of())
                .json();
    }

    private JsonNode account() {
        return moderator.get("/api/v1/admin/accounts/" + troll.id()).json();
    }

    private String account(String verb) {
        return "/api/v1/admin/accounts/" + troll.id() + "/" + verb;
    }

    private JsonNode post(String path) {
        Answer answer = moderator.post(path, Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private List<String> names(String query) {
        return moderator.get("/api/v2/admin/accounts" + query).names();
    }

    private static List<String> ids(Answer answer) {
        return answer.json()
                .valueStream()
                .map(report -> report.get("id").asString())
                .toList();
    }
}
