package io.microblog.user.signup;

import io.microblog.user.Browser.Answer;
import io.microblog.user.IntegrationTest;
import io.microblog.user.Newcomer;
import io.microblog.user.Visitor;
import io.microblog.user.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

    private Newcomer latecomer = Newcomer.named("nobody");

    @BeforeEach
    void come() {
        latecomer = world.aNewcomer("late");
    }

    @AfterEach
    void nothingIsWritten() {
        assertThat(jdbc.sql("SELECT count(*) FROM sign_up WHERE username = ?")
                        .param(latecomer.username())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void appsAreRefused() {
        Answer answer = world.signUp(latecomer);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("error").asString()).contains("sign up");
    }

    @Test
    void thePageHasNoFormAndTakesNone() {
        Visitor browser = world.visitor();

        Answer page = browser.get("/auth/sign_up");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("name=\"password\"");
        // A form that was opened before carries a good token.
        Answer sent = browser.forges(browser.get("/auth/sign_in"), "/auth/sign_up", latecomer.form());
        assertThat(sent.status()).isEqualTo(403);
        assertThat(sent.body()).doesNotContain("name=\"password\"");
    }

    @Test
    void invitedPeopleSignUp() {
        String code = world.anInvite(1);
        assertThat(world.browser().get("/auth/sign_up?invite_code=" + code).body())
                .contains("name=\"password\"");
        assertThat(world.browser().get("/auth/sign_up?invite_code=x" + code).body())
                .doesNotContain("name=\"password\"");
        latecomer = latecomer.with("invite_code", code);

        assertThat(world.signUp(latecomer).status()).isEqualTo(200);
        assertThat(world.confirm(latecomer).status()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT count(*) FROM login WHERE email = ?")
                        .param(latecomer.email())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
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
