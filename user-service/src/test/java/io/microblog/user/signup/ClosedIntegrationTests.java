package io.microblog.user.signup;

import java.util.HashMap;
import java.util.Map;

import io.microblog.user.Browser;
import io.microblog.user.Browser.Answer;
import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Sign-up where nobody new is taken. */
@IntegrationTest
@TestPropertySource(properties = "microblog.registrations.mode=closed")
@DirtiesContext
class ClosedIntegrationTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, String> wanted = Map.of(
            "username", "latecomer",
            "email", "latecomer@example.org",
            "password", World.PASSWORD,
            "agreement", "true");

    @AfterEach
    void nothingIsWritten() {
        assertThat(jdbc.sql("SELECT count(*) FROM sign_up WHERE username = 'latecomer'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void appsAreRefused() {
        Answer answer = world.signUp(world.tokenOf(world.anApp("read write", World.OUT_OF_BAND), "read write"), wanted);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("error").asString()).contains("sign up");
    }

    @Test
    void thePageHasNoFormAndTakesNone() {
        Browser browser = world.browser();

        Answer page = browser.get("/auth/sign_up");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("name=\"password\"");
        // A form that was opened before carries a good token.
        var form = new HashMap<>(wanted);
        form.put(
                "_csrf",
                browser.get("/auth/sign_in").page().select("input[name=_csrf]").val());
        Answer sent = browser.post("/auth/sign_up", form);
        assertThat(sent.status()).isEqualTo(403);
        assertThat(sent.body()).doesNotContain("name=\"password\"");
    }

    @Test
    void isAnnounced() {
        assertThat(world.browser()
                        .get("/api/v2/instance")
                        .json()
                        .at("/registrations/enabled")
                        .asBoolean())
                .isFalse();
    }
}
