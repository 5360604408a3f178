package io.microblog.user.admin;

import java.text.ParseException;
import java.util.Set;

import com.nimbusds.jwt.SignedJWT;
import io.microblog.event.AccountEvent;
import io.microblog.event.AccountEvent.UserReinstated;
import io.microblog.event.AccountEvent.UserSuspended;
import io.microblog.user.Heard;
import io.microblog.user.IntegrationTest;
import io.microblog.user.Newcomer;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IntegrationTest
class AdminIntegrationTests {

    @Autowired
    World world;

    @Autowired
    Heard heard;

    @Test
    void suspendsAndReinstates() {
        Person alice = world.aPerson("alice");

        assertThat(world.administrate(alice.username(), "suspend").status()).isEqualTo(200);
        world.administrate(alice.username(), "suspend");
        assertThat(world.exchange("bearer", alice.accessToken()).status()).isEqualTo(401);
        assertThat(world.browser()
                        .get("/api/v1/accounts/" + alice.id())
                        .json()
                        .get("suspended")
                        .asBoolean())
                .isTrue();
        world.administrate(alice.username(), "reinstate");

        assertThat(world.exchange("bearer", alice.accessToken()).status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(
                        heard.all(AccountEvent.class, event -> event.account().id() == alice.id()))
                .extracting(Object::getClass)
                .endsWith(UserSuspended.class, UserReinstated.class)
                .hasSize(3));
    }

    @Test
    void erasesWhoIsSuspended() {
        Person alice = world.aPerson("alice");

        assertThat(world.administrate(alice.username(), "erase").status()).isEqualTo(403);
        world.administrate(alice.username(), "suspend");
        assertThat(world.administrate(alice.username(), "erase").status()).isEqualTo(200);

        assertThat(world.administrate(alice.username(), "erase").status()).isEqualTo(403);
        assertThat(world.administrate(alice.username(), "reinstate").status()).isEqualTo(403);
    }

    @Test
    void notesWhatItDoes() {
        Person alice = world.aPerson("alice");

        world.administrate(alice.username(), "suspend");
        world.administrate(alice.username(), "reinstate");
        world.administrate(alice.username(), "make-owner");

        JsonNode log = world.asStaff(world.aPerson("admin"), World.ADMIN)
                .get("/api/v1/admin/audit_log?target_account_id=" + alice.id())
                .json();
        assertThat(log.valueStream().map(entry -> entry.get("action").asString()))
                .containsExactly("appoint", "unsuspend", "suspend");
        assertThat(log.at("/0/account_id").isNull()).isTrue();
    }

    @Test
    void mailsALinkForANewPassword() {
        Person alice = world.aPerson("alice");

        world.administrate(alice.username(), "reset-password");

        assertThat(world.linkIn("PASSWORD_RESET", alice)).contains("/auth/password/edit");
    }

    @Test
    void makesAnOwner() {
        Person alice = world.aPerson("alice");

        world.administrate(alice.username(), "make-owner");

        assertThat(world.as(alice)
                        .get("/api/v1/accounts/verify_credentials")
                        .json()
                        .at("/role/name")
                        .asString())
                .isEqualTo("Owner");
    }

    @Test
    void letsNobodyAdministerByAScopeAlone() throws ParseException {
        Person alice = world.aPerson("alice");
        Person owner = world.aPerson("owner");
        world.administrate(owner.username(), "make-owner");

        assertThat(scopesOf(world.aToken(owner, "read admin:read"))).isEqualTo(Set.of("read", "admin:read"));
        assertThat(scopesOf(world.aToken(alice, "read admin:read"))).isEqualTo(Set.of("read"));
    }

    private Set<String> scopesOf(String token) throws ParseException {
        String jwt = world.exchange("bearer", token).json().get("jwt").asString();
        return Set.of(
                SignedJWT.parse(jwt).getJWTClaimsSet().getStringClaim("scope").split(" "));
    }

    @Test
    void standsInForAConfirmationMail() {
        Newcomer late = world.aNewcomer("late");
        world.signUp(late);

        assertThat(world.administrate(late.username(), "confirm").status()).isEqualTo(200);
        assertThat(world.browser()
                        .get("/api/v1/accounts/lookup?acct=" + late.username())
                        .status())
                .isEqualTo(200);
        assertThat(world.administrate(late.username(), "confirm").status()).isEqualTo(404);
    }

    @Test
    void isForServicesAlone() {
        Person alice = world.aPerson("alice");

        assertThat(world.as(alice)
                        .postJson("/internal/admin/accounts/" + alice.username() + "/make-owner", "{}")
                        .status())
                .isEqualTo(401);
        assertThat(world.administrate("nobody_at_all", "suspend").status()).isEqualTo(404);
    }
}
