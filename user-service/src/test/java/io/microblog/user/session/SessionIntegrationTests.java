package io.microblog.user.session;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import io.microblog.event.SecurityEvent.SessionsRevoked;
import io.microblog.user.Browser;
import io.microblog.user.Browser.Answer;
import io.microblog.user.Heard;
import io.microblog.user.IntegrationTest;
import io.microblog.user.Visitor;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IntegrationTest
class SessionIntegrationTests {

    @Autowired
    World world;

    @Autowired
    Heard heard;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SessionService sessions;

    @Test
    void sessionIsExchangedUntilItEnds() {
        Person alice = world.aPerson("alice");
        Visitor browser = world.visitor().signsIn(alice);
        String cookie = browser.cookie(SessionCookie.NAME);

        assertThat(world.exchange("session", cookie).status()).isEqualTo(200);
        assertThat(world.exchange("session", cookie + "x").status()).isEqualTo(401);
        assertThat(world.exchange("session", cookie.substring(0, cookie.indexOf('.')))
                        .status())
                .isEqualTo(401);

        Answer signedOut = browser.signsOut();
        assertThat(signedOut.status()).isEqualTo(302);
        assertThat(world.exchange("session", cookie).status()).isEqualTo(401);
        await().untilAsserted(() -> assertThat(heard.all(
                        SessionsRevoked.class, event -> Long.valueOf(alice.id()).equals(event.accountId())))
                .singleElement()
                .satisfies(event -> assertThat(event.sid()).isNotBlank()));
    }

    /** Others keep things for as long as a session lasts. */
    @Test
    void sessionThatNobodyUsesEndsAndIsTold() {
        Person alice = world.aPerson("alice");
        Visitor browser = world.visitor().signsIn(alice);
        jdbc.sql("UPDATE spring_session SET expiry_time = 1 WHERE principal_name = ?")
                .param(String.valueOf(alice.id()))
                .update();

        sessions.endExpired();

        assertThat(world.exchange("session", browser.cookie(SessionCookie.NAME)).status())
                .isEqualTo(401);
        await().untilAsserted(() -> assertThat(heard.all(
                        SessionsRevoked.class, event -> Long.valueOf(alice.id()).equals(event.accountId())))
                .singleElement()
                .satisfies(event -> assertThat(event.sid()).isNotBlank()));
    }

    @Test
    void signsInByUserNameToo() {
        Person alice = world.aPerson("alice");
        Answer answer = attempt(alice.username().toUpperCase(java.util.Locale.ROOT), World.PASSWORD);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/");
    }

    @Test
    void anonymousSessionIsNobody() {
        Browser browser = world.browser();
        browser.get("/auth/sign_in");

        assertThat(world.exchange("session", browser.cookie(SessionCookie.NAME)).status())
                .isEqualTo(401);
    }

    /** As between a password and a second factor. */
    @Test
    void whoHasNotCompletedSignInIsNobodyYet() {
        Person alice = world.aPerson("alice");
        String cookie = world.visitor().signsIn(alice).cookie(SessionCookie.NAME);
        jdbc.sql("DELETE FROM session_device WHERE session_id IN (SELECT primary_id FROM spring_session"
                        + " WHERE principal_name = :alice)")
                .param("alice", String.valueOf(alice.id()))
                .update();

        assertThat(world.exchange("session", cookie).status()).isEqualTo(401);
    }

    @Test
    void remembersForThirtyDays() {
        Person alice = world.aPerson("alice");
        Browser browser = world.browser();
        Answer page = browser.get("/auth/sign_in");
        String before = browser.cookie(SessionCookie.NAME);

        Answer answer =
                browser.submit(page, 0, Map.of("email", alice.email(), "password", World.PASSWORD, "remember_me", "1"));

        assertThat(answer.http().headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(SessionCookie.NAME))
                .last()
                .asString()
                .contains("Max-Age=2592000", "HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(browser.cookie(SessionCookie.NAME)).isNotEqualTo(before);
        assertThat(jdbc.sql("SELECT max_inactive_interval FROM spring_session WHERE principal_name = ?")
                        .param(String.valueOf(alice.id()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(2_592_000);
    }

    @Test
    void answersAlikeWhetherTheAccountExists() {
        Person alice = world.aPerson("alice");

        Answer known = attempt(alice.email(), "wrong password");
        Answer unknown = attempt("nobody@example.org", "wrong password");

        assertThat(known.status()).isEqualTo(422).isEqualTo(unknown.status());
        assertThat(known.page().select("[role=alert]").text())
                .isNotBlank()
                .isEqualTo(unknown.page().select("[role=alert]").text());
    }

    /** Without the hash that is computed for nobody, strangers' names would be answered a hundred times faster. */
    @Test
    void takesAsLongWhetherTheAccountExists() {
        Person alice = world.aPerson("alice");

        long known = medianTime(alice.email());
        long unknown = medianTime(world.newName("nobody") + "@example.org");

        assertThat((double) known / unknown).isBetween(0.3, 3.0);
    }

    private long medianTime(String name) {
        Browser browser = world.browser();
        Answer page = browser.get("/auth/sign_in");
        return LongStream.range(0, 5)
                .map(attempt -> {
                    long begin = System.nanoTime();
                    browser.submit(page, 0, Map.of("email", name, "password", "wrong password"));
                    return System.nanoTime() - begin;
                })
                .sorted()
                .skip(2)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void refusesAPasswordOfAMegabyte() {
        Person alice = world.aPerson("alice");

        Answer answer = attempt(alice.email(), World.PASSWORD + "x".repeat(1 << 20));

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(attempt(alice.email(), World.PASSWORD).status()).isEqualTo(303);
    }

    /** bcrypt alone looks at 72 bytes. */
    @Test
    void comparesEveryByteOfAPassword() {
        Person alice = world.aPerson("alice");
        world.visitor().forgetsThePasswordOf(alice.email());
        String longest = "every byte of it counts ".repeat(6).substring(0, 128);
        assertThat(world.visitor()
                        .chooses(longest, world.linkIn("PASSWORD_RESET", alice))
                        .status())
                .isEqualTo(302);

        for (String other : List.of(longest.substring(0, 127), longest.substring(0, 72), longest + "x")) {
            assertThat(attempt(alice.email(), other).status()).as(other).isEqualTo(422);
        }
        assertThat(attempt(alice.email(), longest).status()).isEqualTo(303);
    }

    @Test
    void limitsAttemptsOnOneAccount() {
        Person alice = world.aPerson("alice");
        for (int i = 0; i < 6; i++) {
            assertThat(attempt(alice.email(), "wrong password").status()).isEqualTo(422);
        }

        assertThat(attempt(alice.email(), World.PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void needsTheFormsToken() {
        Person alice = world.aPerson("alice");

        Answer answer =
                world.browser().post("/auth/sign_in", Map.of("email", alice.email(), "password", World.PASSWORD));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.page().select("h1").text()).isEqualTo("This page is too old");
    }

    /** Whatever another site sends comes with the cookie, and without the token. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sign_in",
                "sign_up",
                "sign_out",
                "confirmation",
                "confirmation/new",
                "password/new",
                "password/edit",
                "email_change",
                "settings/password",
                "settings/email",
                "settings/sessions/end_others",
                "settings/sessions/1/end",
                "settings/apps/1/revoke"
            })
    void noFormIsTakenWithoutItsToken(String form) {
        Visitor alice = world.visitor().signsIn(world.aPerson("alice"));

        assertThat(alice.post("/auth/" + form, Map.of()).status()).isEqualTo(403);
        assertThat(alice.post("/auth/" + form, Map.of("_csrf", "guess")).status())
                .isEqualTo(403);
        assertThat(world.exchange("session", alice.cookie(SessionCookie.NAME)).status())
                .isEqualTo(200);
    }

    @Test
    void suspensionEndsAccess() {
        Person alice = world.aPerson("alice");
        Visitor browser = world.visitor().signsIn(alice);
        jdbc.sql("UPDATE account SET suspended = true WHERE id = ?")
                .param(alice.id())
                .update();

        assertThat(world.exchange("session", browser.cookie(SessionCookie.NAME)).status())
                .isEqualTo(401);
        assertThat(world.exchange("bearer", alice.accessToken()).status()).isEqualTo(401);
        assertThat(attempt(alice.email(), World.PASSWORD).status()).isEqualTo(422);
    }

    @Test
    void pagesAreStrict() {
        Answer page = world.browser().get("/auth/sign_in");

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.page().select("[style], script:not([src^=/]), style")).isEmpty();
        assertThat(world.browser().get("/auth/assets/pages.css").header("Content-Type"))
                .startsWith("text/css");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/settings",
                "/auth/settings?continue=//evil.example",
                "//evil.example/auth/settings",
                "/%5Cevil.example/auth/settings",
                "/auth/sign_in?continue=https://evil.example&redirect_uri=//evil.example"
            })
    void neverLeadsToAnotherServer(String wanted) {
        Person alice = world.aPerson("alice");
        Visitor visitor = world.visitor();
        visitor.get(wanted, "X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https");

        Answer answer = visitor.signsIn(alice.email(), World.PASSWORD);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).matches("/|/auth/settings(\\?.*)?");
    }

    private Answer attempt(String name, String password) {
        return world.visitor().signsIn(name, password);
    }
}
