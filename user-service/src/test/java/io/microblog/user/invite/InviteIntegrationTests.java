package io.microblog.user.invite;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.microblog.user.Browser.Answer;
import io.microblog.user.Client;
import io.microblog.user.IntegrationTest;
import io.microblog.user.Newcomer;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class InviteIntegrationTests {

    private static final String OWN = "/api/v1/invites";
    private static final String ADMIN = "/api/v1/admin/invites";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Invites invites;

    @Autowired
    TransactionTemplate transaction;

    Person host = World.NOBODY;
    Client staff;

    @BeforeEach
    void people() {
        host = world.aPerson("host");
        world.appoint(host, World.ADMIN);
        staff = world.as(world.aToken(host, "read write admin:read admin:write"));
    }

    @Test
    void makesListsAndRevokes() {
        JsonNode one = create(Map.of("max_uses", "3", "expires_in", "3600"));
        JsonNode other = create(Map.of());

        assertThat(one.get("max_uses").asInt()).isEqualTo(3);
        assertThat(one.get("uses").asInt()).isZero();
        assertThat(one.get("open").asBoolean()).isTrue();
        assertThat(one.get("url").asString())
                .isEqualTo("http://localhost:8080/auth/sign_up?invite_code="
                        + one.get("code").asString());
        assertThat(other.get("max_uses").isNull()).isTrue();
        assertThat(other.get("expires_at").isNull()).isTrue();
        assertThat(staff.get(OWN).json()).containsExactly(other, one);
        assertThat(staff.get(staff.get(OWN + "?limit=1").next()).json()).containsExactly(one);

        JsonNode revoked = staff.delete(OWN + "/" + idOf(one)).json();
        assertThat(revoked.get("open").asBoolean()).isFalse();
        assertThat(staff.delete(OWN + "/" + idOf(one)).json()).isEqualTo(revoked);
        assertRefused(one);
    }

    @Test
    void isForThoseWhoMay() {
        String id = idOf(create(Map.of()));
        Client nobody = world.as(world.aToken(world.aPerson("nobody"), "read write"));
        Client another = world.asStaff(world.aPerson("another"), World.ADMIN);

        assertThat(nobody.post(OWN, Map.of()).status()).isEqualTo(403);
        assertThat(nobody.get(OWN).status()).isEqualTo(403);
        assertThat(another.delete(OWN + "/" + id).status()).isIn(403, 404);
        assertThat(staff.get(OWN).json().get(0).get("open").asBoolean()).isTrue();
        assertThat(staff.get(ADMIN + "?account_id=" + host.id()).json()).hasSize(1);
        assertThat(another.delete(ADMIN + "/" + id).json().get("open").asBoolean())
                .isFalse();
        assertThat(jdbc.sql("SELECT action FROM audit_entry WHERE object_id = ?")
                        .param(Long.parseLong(id))
                        .query(String.class)
                        .list())
                .containsExactly("REVOKE_INVITE");
    }

    @Test
    void saysWhatCannotBe() {
        for (Map<String, String> form : List.of(
                Map.of("max_uses", "0"),
                Map.of("max_uses", "10001"),
                Map.of("expires_in", "0"),
                Map.of("expires_in", "99999999"))) {
            Answer answer = staff.post(OWN, form);
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
            assertThat(answer.json().get("details").propertyNames()).containsAll(form.keySet());
        }
        Answer unknown = world.signUp(world.aNewcomer("new").with("invite_code", "nothing"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().get("details").has("invite_code")).isTrue();
    }

    @Test
    void tellsModeratorsWhoInvitedWhom() {
        JsonNode invite = create(Map.of("max_uses", "1"));
        Newcomer newcomer =
                world.aNewcomer("new").with("invite_code", invite.get("code").asString());

        assertThat(world.signUp(newcomer).status()).isEqualTo(200);
        assertThat(world.confirm(newcomer).status()).isEqualTo(200);

        JsonNode found =
                staff.get("/api/v2/admin/accounts?invited_by=" + host.id()).json();
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/username").asString()).isEqualTo(newcomer.username());
        assertThat(found.at("/0/invited_by_account_id").asString()).isEqualTo(String.valueOf(host.id()));
        assertThat(staff.get(OWN).json().at("/0/uses").asInt()).isEqualTo(1);
        assertRefused(invite);
    }

    @Test
    void countsNoMoreThanMayCome() {
        long id = Long.parseLong(idOf(create(Map.of("max_uses", "3"))));

        long came = Stream.generate(() -> id)
                .limit(12)
                .parallel()
                .filter(invite -> Boolean.TRUE.equals(transaction.execute(status -> invites.use(invite))))
                .count();

        assertThat(came).isEqualTo(3);
        assertThat(staff.get(OWN).json().at("/0/uses").asInt()).isEqualTo(3);
    }

    @Test
    void endsInTime() {
        JsonNode invite = create(Map.of("expires_in", "3600"));
        jdbc.sql("UPDATE invite SET expires_at = created_at WHERE id = ?")
                .param(Long.parseLong(idOf(invite)))
                .update();

        assertRefused(invite);
    }

    @Test
    void endsWithItsOwner() {
        JsonNode invite = create(Map.of());

        world.administrate(host.username(), "suspend");
        assertRefused(invite);
        Boolean used = transaction.execute(status -> invites.use(Long.parseLong(idOf(invite))));
        assertThat(used).isFalse();
        world.administrate(host.username(), "reinstate");
        assertThat(world.signUp(world.aNewcomer("new")
                                .with("invite_code", invite.get("code").asString()))
                        .status())
                .isEqualTo(200);
    }

    private JsonNode create(Map<String, String> form) {
        Answer answer = staff.post(OWN, form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private void assertRefused(JsonNode invite) {
        Answer answer = world.signUp(
                world.aNewcomer("late").with("invite_code", invite.get("code").asString()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    }

    private static String idOf(JsonNode invite) {
        return invite.get("id").asString();
    }
}
