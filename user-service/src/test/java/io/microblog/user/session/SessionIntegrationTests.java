package io.microblog.user.session;

import java.util.Map;
import java.util.stream.LongStream;

import io.microblog.event.SecurityEvent.SessionsRevoked;
import io.microblog.user.Browser;
import io.microblog.user.Browser.Answer;
import io.microblog.user.Heard;
import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.Test;
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

    @Test
    void sessionIsExchangedUntilItEnds() {
        Person alice = world.aPerson("alice");
        Browser browser = world.browser();
        world.signIn(browser, alice);
        String cookie = browser.cookie(SessionCookie.NAME);

        assertThat(world.exchange("session", cookie).status()).isEqualTo(200);
        assertThat(world.exchange("session", cookie + "x").status()).isEqualTo(401);
        assertThat(world.exchange("session", cookie.substring(0, cookie.indexOf('.')))
                        .status())
                .isEqualTo(401);

        Answer signedOut = browser.submit(browser.get("/auth/sign_out"), 0, Map.of());
        assertThat(signedOut.status()).isEqualTo(302);
        assertThat(world.exchange("session", cookie).status()).isEqualTo(401);
        await().untilAsserted(() -> assertThat(heard.all(
                        SessionsRevoked.class, event -> Long.valueOf(alice.id()).equals(event.accountId())))
                .singleElement()
                .satisfies(event -> assertThat(event.sid()).isNotBlank()));
    }

    @Test
    void signsInByUserNameToo() {
        Person alice = world.aPerson("alice");
        Browser browser = world.browser();

        Answer answer = browser.submit(
                browser.get("/auth/sign_in"),
                0,
                Map.of("email", alice.username().toUpperCase(java.util.Locale.ROOT), "password", World.PASSWORD));

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

    @Test
    void comparesEveryByteOfAPassword() {
        Person alice = world.aPerson("alice");

        assertThat(attempt(alice.email(), World.PASSWORD + "x").status()).isEqualTo(422);
        assertThat(attempt(alice.email(), World.PASSWORD.repeat(10)).status()).isEqualTo(422);
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

    @Test
    void suspensionEndsAccess() {
        Person alice = world.aPerson("alice");
        Browser browser = world.browser();
        world.signIn(browser, alice);
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

        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.page().select("[style], script, style")).isEmpty();
        assertThat(world.browser().get("/auth/assets/pages.css").header("Content-Type"))
                .startsWith("text/css");
    }

    @Test
    void neverLeadsToAnotherServer() {
        Person alice = world.aPerson("alice");
        Browser browser = world.browser();

        Answer answer = browser.submit(
                browser.get("/auth/sign_in?continue=https://evil.example&redirect_uri=//evil.example"),
                0,
                Map.of("email", alice.email(), "password", World.PASSWORD));

        assertThat(answer.header("Location")).isEqualTo("/");
    }

    private Answer attempt(String name, String password) {
        Browser browser = world.browser();
        return browser.submit(browser.get("/auth/sign_in"), 0, Map.of("email", name, "password", password));
    }
}
