package io.microblog.user.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.microblog.user.Browser;
import io.microblog.user.Browser.Answer;
import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import io.microblog.user.World.App;
import io.microblog.user.World.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class OAuthWalkIntegrationTests {

    @Autowired
    World world;

    @Test
    void walksFromTheAppToTheAccount() {
        Person alice = world.aPerson("alice");
        App app = world.anApp("read write", World.OUT_OF_BAND);
        Browser browser = world.browser();
        String authorize = "/oauth/authorize?"
                + Browser.encode(Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        app.clientId(),
                        "redirect_uri",
                        World.OUT_OF_BAND,
                        "scope",
                        "read write"));

        Answer signInFirst = browser.get(authorize);
        assertThat(signInFirst.status()).isEqualTo(302);
        assertThat(signInFirst.header("Location")).endsWith("/auth/sign_in");

        Answer signedIn = browser.submit(
                browser.follow(signInFirst), 0, Map.of("email", alice.email(), "password", World.PASSWORD));
        assertThat(signedIn.status()).as(signedIn.body()).isEqualTo(303);
        assertThat(signedIn.header("Location")).isEqualTo(authorize);

        Answer toConsent = browser.follow(signedIn);
        assertThat(toConsent.status()).isEqualTo(302);
        Answer consent = browser.follow(toConsent);
        assertThat(consent.status()).as(consent.body()).isEqualTo(200);
        assertThat(consent.page().text()).contains("Pocket").contains("@" + alice.username());

        Answer code = browser.submit(consent, 0, Map.of());
        assertThat(code.status()).as(code.body()).isEqualTo(200);

        Answer token = world.browser()
                .post(
                        "/oauth/token",
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code.page().select("code").text(),
                                "redirect_uri",
                                World.OUT_OF_BAND,
                                "client_id",
                                app.clientId(),
                                "client_secret",
                                app.secret()));
        assertThat(token.status()).as(token.body()).isEqualTo(200);
        assertThat(token.json().get("token_type").asString()).isEqualTo("Bearer");
        assertThat(token.json().get("scope").asString().split(" ")).containsExactlyInAnyOrder("read", "write");
        assertThat(token.json().get("created_at").isNumber()).isTrue();
        assertThat(token.json().has("expires_in")).isFalse();
        assertThat(token.json().has("refresh_token")).isFalse();

        Answer me = world.browser()
                .get(
                        "/api/v1/accounts/verify_credentials",
                        world.as(token.json().get("access_token").asString()));
        assertThat(me.status()).as(me.body()).isEqualTo(200);
        assertThat(me.json().get("username").asString()).isEqualTo(alice.username());
        assertThat(me.json().get("source").get("privacy").asString()).isEqualTo("public");
    }
}
