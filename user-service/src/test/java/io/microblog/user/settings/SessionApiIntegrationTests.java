package io.microblog.user.settings;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.microblog.user.Browser.Answer;
import io.microblog.user.Client;
import io.microblog.user.IntegrationTest;
import io.microblog.user.Visitor;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@IntegrationTest
class SessionApiIntegrationTests {

    @Autowired
    World world;

    private Person alice = World.NOBODY;
    private Visitor laptop = new Visitor(0);
    private Visitor phone = new Visitor(0);

    @BeforeEach
    void signIn() {
        alice = world.aPerson("alice");
        phone = world.visitor().signsIn(alice);
        laptop = world.visitor().signsIn(alice);
    }

    @Test
    void listsWhereOneIsSignedIn() {
        List<JsonNode> sessions = sessionsSeenBy(laptop);

        assertThat(sessions).hasSize(2);
        assertThat(sessions).filteredOn(it -> it.get("current").asBoolean()).hasSize(1);
        assertThat(sessions).allSatisfy(it -> {
            assertThat(it.propertyNames())
                    .containsExactlyInAnyOrder("id", "device", "ip", "created_at", "last_used_at", "current");
            assertThat(Instant.parse(it.get("created_at").asString()))
                    .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        });
        assertThat(sessions.toString())
                .doesNotContain(laptop.cookie("microblog_session"), phone.cookie("microblog_session"));
    }

    @Test
    void endsAnother() {
        assertThat(world.in(laptop)
                        .delete("/api/v1/sessions/" + otherThan(laptop))
                        .status())
                .isEqualTo(200);

        assertThat(statusOf(phone)).isEqualTo(401);
        assertThat(sessionsSeenBy(laptop)).hasSize(1);
    }

    @Test
    void endsAllOthers() {
        Visitor tablet = world.visitor().signsIn(alice);
        Person bob = world.aPerson("bob");
        Visitor bobs = world.visitor().signsIn(bob);

        assertThat(world.in(laptop).delete("/api/v1/sessions").status()).isEqualTo(200);

        assertThat(List.of(statusOf(phone), statusOf(tablet))).containsOnly(401);
        assertThat(List.of(statusOf(laptop), statusOf(bobs))).containsOnly(200);
    }

    @Test
    void endsNobodyElses() {
        String hers = otherThan(laptop);
        Visitor eve = world.visitor().signsIn(world.aPerson("eve"));

        assertThat(world.in(eve).delete("/api/v1/sessions/" + hers).status()).isEqualTo(404);
        assertThat(world.in(eve).delete("/api/v1/sessions/no-such").status()).isEqualTo(404);

        assertThat(statusOf(phone)).isEqualTo(200);
    }

    @Test
    void revokesAnApp() {
        Client client = world.in(laptop);
        JsonNode app = client.get("/api/v1/authorized_apps").json().get(0);
        assertThat(app.get("name").asString()).isEqualTo("Pocket");
        Client eve = world.in(world.visitor().signsIn(world.aPerson("eve")));

        eve.delete("/api/v1/authorized_apps/" + app.get("id").asString());
        assertThat(world.exchange("bearer", alice.accessToken()).status()).isEqualTo(200);
        client.delete("/api/v1/authorized_apps/" + app.get("id").asString());

        assertThat(world.exchange("bearer", alice.accessToken()).status()).isEqualTo(401);
        assertThat(client.get("/api/v1/authorized_apps").json()).isEmpty();
    }

    /** Whoever steals an app's token must not be able to throw its owner out. */
    @Test
    void areNoBusinessOfApps() {
        Client app = world.as(alice);
        String session = otherThan(laptop);

        for (Answer answer : List.of(
                app.get("/api/v1/sessions"),
                app.delete("/api/v1/sessions"),
                app.delete("/api/v1/sessions/" + session),
                app.get("/api/v1/authorized_apps"),
                app.delete("/api/v1/authorized_apps/1"))) {
            assertThat(answer.status()).isEqualTo(403);
        }
        assertThat(statusOf(phone)).isEqualTo(200);
    }

    @Test
    void haveAScopeThatNoAppCanAskFor() {
        Answer refused = world.browser()
                .post(
                        "/api/v1/apps",
                        Map.of("client_name", "Thief", "redirect_uris", World.OUT_OF_BAND, "scopes", "read sessions"));

        assertThat(refused.status()).isEqualTo(422);
    }

    private List<JsonNode> sessionsSeenBy(Visitor browser) {
        return world.in(browser).get("/api/v1/sessions").json().valueStream().toList();
    }

    private String otherThan(Visitor browser) {
        return sessionsSeenBy(browser).stream()
                .filter(it -> !it.get("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
    }

    private int statusOf(Visitor browser) {
        return world.exchange("session", browser.cookie("microblog_session")).status();
    }
}
