package io.microblog.user.erasure;

import java.util.List;
import java.util.Map;

import io.microblog.event.AccountEvent.UserErased;
import io.microblog.event.AccountState;
import io.microblog.event.ContactEvent.ContactChanged;
import io.microblog.user.Browser.Answer;
import io.microblog.user.Client;
import io.microblog.user.Heard;
import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import io.microblog.user.account.AccountService;
import io.microblog.user.account.Moderation;
import io.microblog.user.audit.AuditLog;
import io.microblog.user.role.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IntegrationTest
class ErasureIntegrationTests {

    @Autowired
    World world;

    @Autowired
    Heard heard;

    @Autowired
    JdbcClient jdbc;

    Person troll = World.NOBODY;
    Person ada = World.NOBODY;
    Person bea = World.NOBODY;
    Client first;
    Client second;

    @BeforeEach
    void people() {
        troll = world.aPerson("troll");
        ada = world.aPerson("ada");
        bea = world.aPerson("bea");
        first = world.asStaff(ada, World.ADMIN);
        second = world.asStaff(bea, World.ADMIN);
    }

    @Test
    void waitsForASecondPerson() {
        suspend();

        JsonNode asked = erase(first, 202);
        assertThat(asked.at("/erasure_request/username").asString()).isEqualTo(ada.username());
        assertThat(asked.get("erased_at").isNull()).isTrue();
        assertThat(erase(first, 202).get("erasure_request")).isEqualTo(asked.get("erasure_request"));
        assertThat(count("login")).isEqualTo(1);

        JsonNode erased = erase(second, 200);
        assertThat(erased.get("erased_at").isNull()).isFalse();
        assertThat(erased.get("erasure_request").isNull()).isTrue();
        assertThat(erased.get("email").asString()).isEmpty();
        assertThat(erased.get("suspended").asBoolean()).isTrue();
        assertThat(noted()).containsExactly("erase", "ask_erasure", "suspend");
        erase(first, 403);
    }

    @Test
    void deletesWhatIsKeptOfThePerson() {
        Client own = world.as(troll);
        own.updateProfile("{\"display_name\":\"Trudi\",\"note\":\"I am here\"}");
        own.postJson("/api/v1/reports", "{\"account_id\":\"%d\"}".formatted(ada.id()));
        int letters = count("security_letter");
        suspend();
        erase(first, 202);
        erase(second, 200);

        for (String table : List.of("login", "known_device", "oauth_consent", "oauth_authorization", "active_day")) {
            assertThat(count(table)).as(table).isZero();
        }
        assertThat(count("security_letter")).as("before %d", letters).isZero();
        assertThat(world.exchange("bearer", troll.accessToken()).status()).isEqualTo(401);
        assertThat(first.get("/api/v1/admin/accounts?username=" + troll.username())
                        .names())
                .containsExactly(troll.username());
        assertThat(first.get("/api/v1/admin/reports?account_id=" + troll.id()).json())
                .hasSize(1);
        assertThat(world.signUp(world.aNewcomer("x").with("username", troll.username()))
                        .status())
                .isEqualTo(422);
        await().untilAsserted(() -> {
            assertThat(heard.all(UserErased.class, event -> event.account().id() == troll.id()))
                    .hasSize(1)
                    .first()
                    .extracting(UserErased::account)
                    .satisfies(account -> {
                        assertThat(account.suspended()).isTrue();
                        assertThat(account.username()).isEqualTo(troll.username());
                        assertThat(account)
                                .extracting(AccountState::displayName, AccountState::note)
                                .containsExactly("", "");
                    });
            assertThat(heard.all(ContactChanged.class, event -> event.accountId() == troll.id()))
                    .last()
                    .extracting(ContactChanged::confirmed)
                    .isEqualTo(false);
        });
    }

    @Test
    void leavesOpenAccountsAlone() {
        erase(first, 403);

        assertThat(noted()).isEmpty();
    }

    @Test
    void leavesThoseOfTheSameRoleAlone() {
        suspend();
        world.appoint(troll, World.ADMIN);

        erase(first, 403);
        assertThat(withdraw(first).status()).isEqualTo(403);
    }

    @Test
    void isWithdrawnByAnybodyWithTheRight() {
        suspend();
        erase(first, 202);

        Answer withdrawn = withdraw(second);
        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(withdrawn.json().get("erasure_request").isNull()).isTrue();
        assertThat(withdraw(second).status()).isEqualTo(200);
        assertThat(noted()).containsExactly("withdraw_erasure", "ask_erasure", "suspend");
        erase(second, 202);
    }

    @Test
    void endsWithTheSuspension() {
        suspend();
        erase(first, 202);
        first.post(account() + "/unsuspend", Map.of());
        suspend();

        erase(second, 202);

        assertThat(noted())
                .containsExactly("ask_erasure", "suspend", "unsuspend", "withdraw_erasure", "ask_erasure", "suspend");
    }

    @Test
    void isForgottenAfterThirtyDays() {
        suspend();
        erase(first, 202);
        jdbc.sql("UPDATE erasure_request SET asked_at = asked_at - interval '30 days' WHERE target_id = ?")
                .param(troll.id())
                .update();

        assertThat(first.get(account()).json().get("erasure_request").isNull()).isTrue();
        assertThat(erase(second, 202).at("/erasure_request/username").asString())
                .isEqualTo(bea.username());
    }

    @Test
    void doesNotCountFromWhoeverLostTheRight() {
        suspend();
        erase(first, 202);
        world.appoint(ada, World.MODERATOR);

        erase(second, 202);
    }

    @Test
    void staysAsItIsAfterwards() {
        first.post(
                account() + "/action",
                Map.of("type", "suspend", "expires_in", "86400", "send_email_notification", "true"));
        erase(first, 202);
        erase(second, 200);

        assertThat(first.post(account() + "/unsuspend", Map.of()).status()).isEqualTo(403);
        assertThat(first.post(account() + "/action", Map.of("type", "silence")).status())
                .isEqualTo(403);
        assertThat(first.post(account() + "/role", Map.of("role_id", "1")).status())
                .isEqualTo(403);
        assertThat(world.administrate(troll.username(), "reinstate").status()).isEqualTo(403);
        JsonNode strike = first.get("/api/v1/admin/strikes?target_account_id=" + troll.id())
                .json()
                .get(0);
        assertThat(strike.get("ends_at").isNull()).isTrue();
        assertThat(strike.get("lifted_at").isNull()).isTrue();
    }

    @Test
    void isDecidedByOneWhereTheOperatorWishes(
            @Autowired ErasureRequests requests,
            @Autowired AccountService accounts,
            @Autowired Moderation moderation,
            @Autowired Roles roles,
            @Autowired AuditLog log,
            @Autowired TransactionTemplate transaction) {
        suspend();
        var erasures = new Erasures(requests, new ErasureProperties(1), accounts, moderation, roles, log);

        transaction.executeWithoutResult(
                status -> assertThat(erasures.erase(ada.id(), troll.id())).isTrue());
        assertThat(noted()).containsExactly("erase", "suspend");
    }

    private void suspend() {
        assertThat(first.post(account() + "/action", Map.of("type", "suspend")).status())
                .isEqualTo(200);
    }

    private JsonNode erase(Client staff, int status) {
        Answer answer = staff.delete(account());
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }

    private Answer withdraw(Client staff) {
        return staff.delete(account() + "/erasure_request");
    }

    private String account() {
        return "/api/v1/admin/accounts/" + troll.id();
    }

    private List<String> noted() {
        return first.get("/api/v1/admin/audit_log?target_account_id=" + troll.id())
                .json()
                .valueStream()
                .map(entry -> entry.get("action").asString())
                .toList();
    }

    private int count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE account_id = ?")
                .param(troll.id())
                .query(Integer.class)
                .single();
    }
}
