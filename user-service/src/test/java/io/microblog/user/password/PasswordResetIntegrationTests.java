package io.microblog.user.password;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import io.microblog.event.SecurityEvent.PasswordChanged;
import io.microblog.event.SecurityEvent.PasswordResetRequested;
import io.microblog.event.SecurityEvent.SessionsRevoked;
import io.microblog.user.Browser.Answer;
import io.microblog.user.Heard;
import io.microblog.user.IntegrationTest;
import io.microblog.user.Visitor;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IntegrationTest
class PasswordResetIntegrationTests {

    private static final String NEXT = "three blue pears";

    @Autowired
    World world;

    @Autowired
    Heard heard;

    @Autowired
    JdbcClient jdbc;

    private Person alice = World.NOBODY;

    @BeforeEach
    void meet() {
        alice = world.aPerson("alice");
    }

    @Test
    void endsEverySessionAndToken() {
        Visitor old = world.visitor().signsIn(alice);
        Answer sent = ask(alice.email().toUpperCase(java.util.Locale.ROOT));
        assertThat(sent.header("Location")).isEqualTo("/auth/password/sent");

        Answer done = choose(link(), NEXT);

        assertThat(done.header("Location")).isEqualTo("/auth/sign_in?password_changed");
        assertThat(world.exchange("session", old.cookie("microblog_session")).status())
                .isEqualTo(401);
        assertThat(world.exchange("bearer", alice.accessToken()).status()).isEqualTo(401);
        assertThat(signIn(World.PASSWORD)).isEqualTo(422);
        assertThat(signIn(NEXT)).isEqualTo(303);
        await().untilAsserted(() -> {
            assertThat(heard.all(PasswordResetRequested.class, event -> event.accountId() == alice.id()))
                    .hasSize(1);
            assertThat(heard.all(PasswordChanged.class, event -> event.accountId() == alice.id()))
                    .hasSize(1);
            assertThat(heard.all(
                            SessionsRevoked.class,
                            event -> Long.valueOf(alice.id()).equals(event.accountId())))
                    .hasSizeGreaterThanOrEqualTo(2);
        });
    }

    @Test
    void worksOnceEvenWhenRaced() throws Exception {
        ask(alice.email());
        String link = link();
        List<Callable<Answer>> attempts = Stream.of("four red plums", "five old figs!", "six ripe kiwis")
                .map(password -> (Callable<Answer>) () -> choose(link, password))
                .toList();
        try (var executor = Executors.newFixedThreadPool(3)) {
            assertThat(executor.invokeAll(attempts))
                    .extracting(future -> future.resultNow().status())
                    .containsExactlyInAnyOrder(302, 400, 400);
        }
        assertThat(world.browser().get(link).status()).isEqualTo(400);
    }

    @Test
    void oneLetterUsedVoidsTheOthers() {
        ask(alice.email());
        ask(alice.email());
        List<String> links = world.letters("PASSWORD_RESET", alice).stream()
                .map(letter -> letter.get("link").asString())
                .toList();
        assertThat(links).hasSize(2).doesNotHaveDuplicates();

        assertThat(choose(links.getFirst(), NEXT).status()).isEqualTo(302);
        assertThat(world.browser().get(links.getLast()).status()).isEqualTo(400);
    }

    @Test
    void suspensionEndsOpenLinks() {
        world.visitor().forgetsThePasswordOf(alice.email());
        String link = world.linkIn("PASSWORD_RESET", alice);

        world.administrate(alice.username(), "suspend");
        world.administrate(alice.username(), "reinstate");

        assertThat(world.visitor().chooses("ten ripe plums", link).status()).isEqualTo(400);
    }

    @Test
    void refusesWhatIsForged() {
        ask(alice.email());
        String link = link();
        String unsigned = link.substring(0, link.indexOf('=') + 1 + "0123456789012345678901".length());

        for (String forged : List.of(
                link.substring(0, link.length() - 3) + "AAA",
                unsigned,
                "/auth/password/edit",
                "/auth/password/edit?reset_password_token=AAAA",
                link.replace("/auth/password/edit?reset_password_token", "/auth/email_change?token"))) {
            assertThat(world.browser().get(forged).status()).as(forged).isEqualTo(400);
        }
        Visitor evil = world.visitor();
        assertThat(evil.forges(
                                evil.get(link),
                                "/auth/password/edit",
                                Map.of("reset_password_token", link.replaceFirst(".*=", "") + "x", "password", NEXT))
                        .status())
                .isEqualTo(400);
        assertThat(choose(link, NEXT).status()).isEqualTo(302);
    }

    @Test
    void refusesWhatIsExpired() {
        ask(alice.email());
        String link = link();
        jdbc.sql("UPDATE security_letter SET expires_at = now() WHERE account_id = ?")
                .param(alice.id())
                .update();

        assertThat(choose(link, NEXT).status()).isEqualTo(400);
    }

    @Test
    void refusesWeakPasswordsAndKeepsTheLink() {
        ask(alice.email());
        String link = link();

        assertThat(choose(link, "short").status()).isEqualTo(422);
        assertThat(choose(link, "password123").status()).isEqualTo(422);
        assertThat(choose(link, "x".repeat(200)).status()).isEqualTo(422);
        assertThat(choose(link, NEXT).status()).isEqualTo(302);
    }

    @Test
    void answersAlikeWhetherThereIsAnAccount() {
        Answer known = ask(alice.email());
        Answer unknown = ask("nobody-" + alice.email());

        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(302);
        assertThat(known.header("Location")).isEqualTo(unknown.header("Location"));
        assertThat(known.body()).isEqualTo(unknown.body());
    }

    @Test
    void capsTheMailsToOneAddress() {
        for (int i = 0; i < 5; i++) {
            assertThat(ask(alice.email()).status()).isEqualTo(302); // the sixth was the confirmation
        }
        assertThat(ask(alice.email()).status()).isEqualTo(429);
        String stranger = "stranger-" + alice.email();
        for (int i = 0; i < 6; i++) {
            assertThat(ask(stranger).status()).isEqualTo(302);
        }
        assertThat(ask(stranger).status()).isEqualTo(429);
    }

    @Test
    void linksNeverFollowTheHostOfTheRequest() {
        Visitor evil = world.visitor();
        evil.forges(
                evil.get("/auth/password/new"),
                "/auth/password/new",
                Map.of("email", alice.email()),
                "X-Forwarded-Host",
                "evil.example",
                "Forwarded",
                "host=evil.example;proto=https");

        assertThat(link()).startsWith("http://localhost:8080/auth/password/edit?reset_password_token=");
    }

    @Test
    void needsTheFormsToken() {
        assertThat(world.browser()
                        .post("/auth/password/new", Map.of("email", alice.email()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void keepsNoSecretInTheDatabase() {
        ask(alice.email());
        String link = link();
        String token = link.substring(link.indexOf('=') + 1);

        assertThat(jdbc.sql("SELECT count(*) FROM security_letter l WHERE l::text LIKE :token")
                        .param("token", "%" + token + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Answer ask(String email) {
        return world.visitor().forgetsThePasswordOf(email);
    }

    private Answer choose(String link, String password) {
        return world.visitor().chooses(password, link);
    }

    private String link() {
        return world.linkIn("PASSWORD_RESET", alice);
    }

    private int signIn(String password) {
        return world.visitor().signsIn(alice.email(), password).status();
    }
}
