package io.microblog.user.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.microblog.user.Browser;
import io.microblog.user.Browser.Answer;
import io.microblog.user.Flow;
import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import io.microblog.user.World.App;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class OAuthWalkIntegrationTests {

    private static final String CALLBACK = "https://client.example/callback?from=microblog";

    @Autowired
    World world;

    @Test
    void walksFromTheAppToTheAccount() {
        Person alice = world.aPerson("alice");
        App app = world.anApp("read write", World.OUT_OF_BAND);
        Flow flow = new Flow(world, app, World.OUT_OF_BAND).with("scope", "read write");
        Browser browser = flow.browser();

        Answer signInFirst = flow.ask();
        assertThat(signInFirst.status()).isEqualTo(302);
        assertThat(signInFirst.header("Location")).endsWith("/auth/sign_in");

        Answer signedIn = browser.submit(
                browser.follow(signInFirst), 0, Map.of("email", alice.email(), "password", World.PASSWORD));
        assertThat(signedIn.status()).as(signedIn.body()).isEqualTo(303);
        assertThat(signedIn.header("Location")).startsWith("/oauth/authorize?");

        Answer consent = browser.follow(browser.follow(signedIn));
        assertThat(consent.status()).as(consent.body()).isEqualTo(200);
        assertThat(consent.page().text()).contains("Pocket").contains("@" + alice.username());

        Answer code = browser.submit(consent, 0, Map.of());
        assertThat(code.status()).as(code.body()).isEqualTo(200);

        Answer token = flow.token(code.page().select("code").text());
        assertThat(token.status()).as(token.body()).isEqualTo(200);
        assertThat(token.json().get("token_type").asString()).isEqualTo("Bearer");
        assertThat(token.json().get("scope").asString().split(" ")).containsExactlyInAnyOrder("read", "write");
        assertThat(token.json().get("created_at").isNumber()).isTrue();
        assertThat(token.json().has("expires_in")).isFalse();
        assertThat(token.json().has("refresh_token")).isFalse();

        Answer me = world.as(token.json().get("access_token").asString()).get("/api/v1/accounts/verify_credentials");
        assertThat(me.status()).as(me.body()).isEqualTo(200);
        assertThat(me.json().get("username").asString()).isEqualTo(alice.username());
        assertThat(me.json().get("source").get("privacy").asString()).isEqualTo("public");
    }

    @Test
    void redirectsToTheClientWithItsState() {
        Person alice = world.aPerson("alice");
        App app = world.anApp("read", CALLBACK);
        Flow flow = new Flow(world, app, CALLBACK).with("state", "a b&c").signedIn(alice);

        Answer consent = flow.browser().follow(flow.ask());
        assertThat(consent.header("Content-Security-Policy")).endsWith("form-action 'self' https://client.example");
        assertThat(consent.header("Cross-Origin-Opener-Policy")).isEmpty();

        Answer redirect = flow.browser().submit(consent, 0, Map.of());
        assertThat(redirect.header("Location"))
                .matches("https://client\\.example/callback\\?from=microblog&code=[^&]+&state=a%20b%26c");
    }

    @Test
    void redirectsToABareScheme() {
        Person alice = world.aPerson("alice");
        App app = world.anApp("read", "pocket://");
        Flow flow = new Flow(world, app, "pocket://");
        Answer signIn = flow.browser().follow(flow.ask());
        assertThat(signIn.status()).as(signIn.body()).isEqualTo(200);
        assertThat(signIn.header("Content-Security-Policy")).endsWith("form-action 'self' pocket:");

        Answer consent = flow.signedIn(alice).browser().follow(flow.ask());
        assertThat(consent.header("Content-Security-Policy")).endsWith("form-action 'self' pocket:");
        assertThat(flow.browser().submit(consent, 0, Map.of()).header("Location"))
                .startsWith("pocket://?code=");
        assertThat(flow.token(flow.code()).status()).isEqualTo(200);
    }

    @Test
    void addsASecondAccountInTheSameBrowser() {
        Person alice = world.aPerson("alice");
        Person bob = world.aPerson("bob");
        App app = world.anApp("read", World.OUT_OF_BAND);
        Flow flow = new Flow(world, app, World.OUT_OF_BAND).signedIn(alice);
        String tokenOfAlice = flow.token(flow.code()).accessToken();
        String sessionOfAlice = flow.browser().cookie("microblog_session");

        Answer choice = flow.browser().follow(flow.with("force_login", "true").ask());
        assertThat(choice.page().text()).contains("Continue as @" + alice.username(), "Use another account");
        Answer same = flow.browser().get(choice.page().select("a.button").attr("href"));
        assertThat(same.page().select("code").text()).isNotBlank();

        Answer signedIn = flow.browser().submit(choice, 0, Map.of("email", bob.email(), "password", World.PASSWORD));
        assertThat(signedIn.header("Location")).startsWith("/oauth/authorize?").doesNotContain("force_login");
        Answer consent = flow.browser().follow(flow.browser().follow(signedIn));
        assertThat(consent.page().text()).contains("@" + bob.username());
        Answer code = flow.browser().submit(consent, 0, Map.of());
        String tokenOfBob = flow.token(code.page().select("code").text()).accessToken();

        assertThat(nameBehind(tokenOfAlice)).isEqualTo(alice.username());
        assertThat(nameBehind(tokenOfBob)).isEqualTo(bob.username());
        assertThat(world.exchange("session", sessionOfAlice).status()).isEqualTo(401);
    }

    @Test
    void consentMayBeAnotherAccounts() {
        Person alice = world.aPerson("alice");
        App app = world.anApp("read write", CALLBACK);
        Flow flow = new Flow(world, app, CALLBACK)
                .with("scope", "read write")
                .with("state", "a b&c")
                .signedIn(alice);
        Answer consent = flow.browser().follow(flow.ask());

        String another = consent.page().select("a[href*=force_login]").attr("href");
        Answer choice = flow.browser().follow(flow.browser().get(another));

        assertThat(choice.page().text()).contains("Continue as @" + alice.username());
        Answer again = flow.browser()
                .follow(flow.browser().get(choice.page().select("a.button").attr("href")));
        assertThat(flow.browser().submit(again, 0, Map.of()).header("Location")).endsWith("&state=a%20b%26c");
    }

    @Test
    void signedOutPeopleAreAskedOnceWhenSigningInIsForced() {
        Person alice = world.aPerson("alice");
        App app = world.anApp("read", World.OUT_OF_BAND);
        Flow flow = new Flow(world, app, World.OUT_OF_BAND).with("force_login", "true");

        Answer signIn = flow.browser().follow(flow.ask());
        Answer signedIn = flow.browser().submit(signIn, 0, Map.of("email", alice.email(), "password", World.PASSWORD));

        assertThat(flow.browser().follow(signedIn).header("Location")).contains("/oauth/consent");
    }

    @Test
    void speaksTheLanguageThatTheClientAsksFor() {
        Person alice = world.aPerson("alice");
        App app = world.anApp("read", CALLBACK);
        Flow flow = new Flow(world, app, CALLBACK).with("lang", "ar");

        Answer signIn = flow.browser().follow(flow.ask());
        assertThat(language(signIn)).isEqualTo("ar");
        Answer wrong = flow.browser().submit(signIn, 0, Map.of("email", alice.email(), "password", "guess"));
        assertThat(language(wrong)).isEqualTo("ar");
        Answer signedIn = flow.browser().submit(wrong, 0, Map.of("email", alice.email(), "password", World.PASSWORD));
        assertThat(language(flow.browser().follow(flow.browser().follow(signedIn))))
                .isEqualTo("ar");
        assertThat(language(flow.browser().follow(flow.with("lang", "es-MX").ask())))
                .isEqualTo("es");
        assertThat(language(flow.browser().follow(flow.with("lang", "xx").ask())))
                .isEqualTo("en");
    }

    private String nameBehind(String token) {
        return world.as(token)
                .get("/api/v1/accounts/verify_credentials")
                .json()
                .get("username")
                .asString();
    }

    private static String language(Answer page) {
        return page.page().select("html").attr("lang");
    }

    @Test
    void remembersConsent() {
        Person alice = world.aPerson("alice");
        App app = world.anApp("read write", CALLBACK);
        Flow flow = new Flow(world, app, CALLBACK).with("scope", "read").signedIn(alice);
        flow.code();

        assertThat(flow.ask().header("Location")).startsWith("https://client.example/callback");
        assertThat(flow.with("scope", "read write").ask().header("Location")).contains("/oauth/consent");
    }

    @Test
    void takesRefusalForRefusal() {
        Person alice = world.aPerson("alice");
        App app = world.anApp("read write", CALLBACK);
        Flow flow = new Flow(world, app, CALLBACK).with("scope", "read").signedIn(alice);
        flow.code();
        Answer consent = flow.browser()
                .follow(flow.with("scope", "read write").with("state", "s").ask());

        Answer refused = flow.browser().submit(consent, 1, Map.of());

        assertThat(refused.header("Location"))
                .isEqualTo("https://client.example/callback?from=microblog&error=access_denied&state=s");
    }

    @Test
    void missingScopeMeansRead() {
        Person alice = world.aPerson("alice");
        App app = world.anApp("read write", World.OUT_OF_BAND);
        Flow flow = new Flow(world, app, World.OUT_OF_BAND).signedIn(alice);

        assertThat(flow.token(flow.code()).json().get("scope").asString()).isEqualTo("read");
    }

    @Test
    void takesTheTrailingSlash() {
        App app = world.anApp("read", World.OUT_OF_BAND);

        Answer answer = world.browser()
                .get("/oauth/authorize/?"
                        + Browser.encode(Map.of(
                                "response_type",
                                "code",
                                "client_id",
                                app.clientId(),
                                "redirect_uri",
                                World.OUT_OF_BAND)));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/auth/sign_in");
    }

    @Test
    void takesTokenRequestsInEveryEncoding() {
        App app = world.anApp("read", World.OUT_OF_BAND);
        Map<String, String> form =
                Map.of("grant_type", "client_credentials", "client_id", app.clientId(), "client_secret", app.secret());
        String basic = Base64.getEncoder()
                .encodeToString((app.clientId() + ":" + app.secret()).getBytes(StandardCharsets.UTF_8));

        assertThat(world.browser().post("/oauth/token", form).status()).isEqualTo(200);
        assertThat(world.browser().postMultipart("/oauth/token", form).status()).isEqualTo(200);
        assertThat(world.browser().postJson("/oauth/token", json(form)).status())
                .isEqualTo(200);
        assertThat(world.browser()
                        .post(
                                "/oauth/token",
                                Map.of("grant_type", "client_credentials"),
                                "Authorization",
                                "Basic " + basic)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void internalTokensSayWhoAndWhat() throws Exception {
        Person alice = world.aPerson("alice");
        Answer exchange = world.exchange("bearer", alice.accessToken());
        var jwt = SignedJWT.parse(exchange.json().get("jwt").asString());
        var keys = JWKSet.parse(world.browser().get("/oauth/jwks").body());

        assertThat(keys.getKeys()).noneMatch(key -> key.isPrivate());
        var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
        assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        var claims = jwt.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:8080");
        assertThat(claims.getAudience()).containsExactly("microblog");
        assertThat(claims.getSubject()).isEqualTo(String.valueOf(alice.id()));
        assertThat(claims.getStringClaim("state")).isEqualTo("active");
        assertThat(claims.getStringClaim("scope").split(" ")).contains("read", "write", "follow", "write:follows");
        assertThat(claims.getStringClaim("sid")).isNotBlank();
        assertThat(claims.getStringClaim("client_id")).isNotBlank();
        assertThat(claims.getStringClaim("client_name")).isNotBlank();
        assertThat(claims.getLongClaim("permissions")).isZero();
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(claims.getIssueTime().toInstant().plusSeconds(300));
    }

    @Test
    void appsHaveNoSubject() throws Exception {
        App app = world.anApp("read", World.OUT_OF_BAND);
        Answer exchange = world.exchange("bearer", world.tokenOf(app, "read"));
        var claims = SignedJWT.parse(exchange.json().get("jwt").asString()).getJWTClaimsSet();

        assertThat(claims.getSubject()).isNull();
        assertThat(claims.getStringClaim("client_id")).isEqualTo(app.clientId());
    }

    @Test
    void saysWhoStandsBehindAToken() {
        Person alice = world.aPerson("alice");

        var claims =
                world.as(world.aToken(alice, "profile")).get("/oauth/userinfo").json();

        assertThat(claims.get("iss").asString()).isEqualTo("http://localhost:8080");
        assertThat(claims.get("sub").asString()).isEqualTo("http://localhost:8080/users/" + alice.username());
        assertThat(claims.get("preferred_username").asString()).isEqualTo(alice.username());
        assertThat(claims.get("profile").asString()).isEqualTo("http://localhost:8080/@" + alice.username());
        assertThat(claims.get("picture").asString()).startsWith("http://localhost:8080/avatars/");
        assertThat(claims.propertyNames()).doesNotContain("email");
    }

    @Test
    void describesItself() {
        var metadata =
                world.browser().get("/.well-known/oauth-authorization-server").json();

        assertThat(metadata.get("issuer").asString()).isEqualTo("http://localhost:8080");
        assertThat(metadata.get("app_registration_endpoint").asString()).isEqualTo("http://localhost:8080/api/v1/apps");
        assertThat(metadata.get("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
        assertThat(metadata.get("scopes_supported").toString()).contains("write:statuses", "admin:read");
        assertThat(metadata.get("grant_types_supported").toString())
                .isEqualTo("[\"authorization_code\",\"client_credentials\"]");
    }

    static String json(Map<String, String> form) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(form);
    }
}
