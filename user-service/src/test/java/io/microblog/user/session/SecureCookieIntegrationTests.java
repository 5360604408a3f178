package io.microblog.user.session;

import io.microblog.user.Browser.Answer;
import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Over TLS no other host, also none below this one, can give the browser a session. */
@IntegrationTest
@DirtiesContext
@TestPropertySource(properties = "microblog.base-url=https://blog.example")
class SecureCookieIntegrationTests {

    @Autowired
    World world;

    @Test
    void theSessionBelongsToThisHostAlone() {
        Answer page = world.browser().get("/auth/sign_in");

        assertThat(page.header("Set-Cookie"))
                .startsWith("__Host-microblog_session=")
                .contains("; Path=/;", "; Secure", "; HttpOnly")
                .doesNotContain("Domain");
    }
}
