package io.microblog.user.oauth;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import io.microblog.event.SecurityEvent.SessionsRevoked;
import io.microblog.user.Browser;
import io.microblog.user.Browser.Answer;
import io.microblog.user.Flow;
import io.microblog.user.Heard;
import io.microblog.user.IntegrationTest;
import io.microblog.user.Visitor;
import io.microblog.user.World;
import io.microblog.user.World.App;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IntegrationTest
class OAuthAttackIntegrationTests {

    private static final String CALLBACK = "https://client.example/callback";

    @Autowired
    World world;

    @Autowired
    Heard heard;

    @Autowired
    JdbcClient jdbc;

    @Test
    void replayedCodeRevokesItsToken() {
        Person alice = world.aPerson("alice");
        Flow flow = flow(alice, "read");
        String code = flow.code();
        String token = flow.token(code).json().get("access_token").asString();
        assertThat(world.exchange("bearer", token).status()).isEqualTo(200);

        Answer replay = flow.token(code);

        assertThat(replay.status()).isEqualTo(400);
        assertThat(replay.json().get("error").asString()).isEqualTo("invalid_grant");
        assertThat(world.exchange("bearer", token).status()).isEqualTo(401);
        await().untilAsserted(() -> assertThat(heard.all(
                        SessionsRevoked.class, event -> Long.valueOf(alice.id()).equals(event.accountId())))
                .hasSize(1));
    }

    @RepeatedTest(5)
    void codeIsTakenOnceHoweverManyTry() throws Exception {
        Flow flow = flow(world.aPerson("alice"), "read");
        String code = flow.code();
        List<Callable<Answer>> attempts = Stream.generate(() -> (Callable<Answer>) () -> flow.token(code))
                .limit(6)
                .toList();
        try (var executor = Executors.newFixedThreadPool(6)) {
            var answers = executor.invokeAll(attempts).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(answers.stream().filter(answer -> answer.status() == 200))
                    .hasSizeLessThanOrEqualTo(1);
            answers.stream()
                    .filter(answer -> answer.status() == 200)
                    .forEach(answer -> assertThat(world.exchange(
                                            "bearer",
                                            answer.json().get("access_token").asString())
                                    .status())
                            .isEqualTo(401));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://client.example/callback/",
                "https://client.example/callback?x=1",
                "https://client.example/callback#x",
                "https://client.example:443/callback",
                "https://client.example/CALLBACK",
                "https://client.example/callback/../evil",
                "https://client.example@evil.example/callback",
                "https://client.example.evil.example/callback",
                "//evil.example",
                "http://client.example/callback",
                "javascript:alert(1)",
                "urn:ietf:wg:oauth:2.0:oob"
            })
    void refusesOtherRedirects(String redirect) {
        App app = world.anApp("read", CALLBACK);

        Answer answer =
                new Flow(world, app, CALLBACK).with("redirect_uri", redirect).ask();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.page().text()).contains("redirect_uri");
    }

    @Test
    void refusesWhatIsMissingOrUnknown() {
        App app = world.anApp("read", CALLBACK);

        assertThat(new Flow(world, app, CALLBACK).without("redirect_uri").ask().status())
                .isEqualTo(400);
        assertThat(new Flow(world, app, CALLBACK).without("client_id").ask().status())
                .isEqualTo(400);
        assertThat(new Flow(world, app, CALLBACK)
                        .with("client_id", "nobody")
                        .ask()
                        .status())
                .isEqualTo(400);
        assertThat(new Flow(world, app, CALLBACK)
                        .with("response_type", "token")
                        .ask()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesMoreScopeThanRegistered() {
        App app = world.anApp("read", CALLBACK);

        assertThat(new Flow(world, app, CALLBACK)
                        .with("scope", "read write")
                        .ask()
                        .status())
                .isEqualTo(400);
        assertThat(new Flow(world, app, CALLBACK)
                        .with("scope", "read:nonsense")
                        .ask()
                        .status())
                .isEqualTo(400);
        assertThat(new Flow(world, app, CALLBACK)
                        .with("scope", "read:accounts")
                        .ask()
                        .status())
                .isEqualTo(302);
        Answer token = world.browser()
                .post("/oauth/token", credentials(app, Map.of("grant_type", "client_credentials", "scope", "write")));
        assertThat(token.status()).isEqualTo(400);
        assertThat(token.json().get("error").asString()).isEqualTo("invalid_scope");
    }

    @Test
    void consentCannotBeWidenedByHand() {
        Flow flow = flow(world.aPerson("alice"), "read");
        Answer consent = flow.browser().follow(flow.ask());

        Answer answer = flow.browser().submit(consent, 0, Map.of("scope", "write"));

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void consentIsOnlyTheOneWhoWasAskedFor() {
        Flow alices = flow(world.aPerson("alice"), "read");
        Answer redirect = alices.ask();
        var bobs = world.visitor().signsIn(world.aPerson("bob"));

        assertThat(bobs.follow(redirect).status()).isEqualTo(404);
        Answer consent = alices.browser().follow(redirect);
        assertThat(bobs.submit(consent, 0, Map.of()).status()).isEqualTo(400);
    }

    @Test
    void provesTheCodeVerifier() throws Exception {
        String verifier = "a-verifier-that-is-long-enough-to-be-one-0123456789";
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8)));
        Flow flow = flow(world.aPerson("alice"), "read")
                .with("code_challenge", challenge)
                .with("code_challenge_method", "S256");

        String code = flow.code();
        assertThat(flow.token(code).status()).isEqualTo(400);
        Map<String, String> wrong = flow.tokenRequest(code);
        wrong.put("code_verifier", verifier + "x");
        assertThat(world.browser().post("/oauth/token", wrong).status()).isEqualTo(400);
        Map<String, String> right = flow.tokenRequest(code);
        right.put("code_verifier", verifier);
        assertThat(world.browser().post("/oauth/token", right).status()).isEqualTo(200);
    }

    @Test
    void refusesPlainChallenges() {
        App app = world.anApp("read", CALLBACK);

        Flow plain = new Flow(world, app, CALLBACK).with("code_challenge", "x").with("code_challenge_method", "plain");
        Flow unnamed = new Flow(world, app, CALLBACK).with("code_challenge", "x");

        assertThat(plain.ask().status()).isEqualTo(400);
        assertThat(unnamed.ask().status()).isEqualTo(400);
    }

    @Test
    void tokenNeedsTheSameRedirectAndTheSameClient() {
        Flow flow = flow(world.aPerson("alice"), "read");
        Map<String, String> elsewhere = flow.tokenRequest(flow.code());
        elsewhere.put("redirect_uri", "https://client.example/other");
        assertThat(world.browser().post("/oauth/token", elsewhere).status()).isEqualTo(400);

        App other = world.anApp("read", CALLBACK);
        Map<String, String> stolen = new HashMap<>(flow.tokenRequest(flow.code()));
        stolen.putAll(credentials(other, Map.of()));
        assertThat(world.browser().post("/oauth/token", stolen).status()).isEqualTo(400);
    }

    @Test
    void refusesGrantsThatAreNotOffered() {
        App app = world.anApp("read", CALLBACK);

        for (String grant : List.of("password", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code", "x")) {
            Answer answer = world.browser()
                    .post(
                            "/oauth/token",
                            credentials(
                                    app,
                                    Map.of(
                                            "grant_type",
                                            grant,
                                            "username",
                                            "a",
                                            "password",
                                            "b",
                                            "refresh_token",
                                            "c",
                                            "device_code",
                                            "d")));
            assertThat(answer.status()).as(grant).isEqualTo(400);
        }
        assertThat(world.browser()
                        .post("/oauth2/introspect", credentials(app, Map.of("token", "x")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void clientsMustProveThemselves() {
        App app = world.anApp("read", CALLBACK);
        var wrong = new App(app.id(), app.clientId(), "wrong");
        Map<String, String> grant = Map.of("grant_type", "client_credentials");

        Answer answer = world.browser().post("/oauth/token", credentials(wrong, grant));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().get("error").asString()).isEqualTo("invalid_client");
        assertThat(world.browser().post("/oauth/token", grant).status()).isEqualTo(401);
        assertThat(world.browser()
                        .post("/oauth/token", grant)
                        .json()
                        .get("error")
                        .asString())
                .isEqualTo("invalid_client");
    }

    @Test
    void revokesAtOnceAndTellsEverybody() {
        Person alice = world.aPerson("alice");
        App app = world.anApp("read", CALLBACK);
        Flow flow = new Flow(world, app, CALLBACK).signedIn(alice);
        String token = flow.token(flow.code()).json().get("access_token").asString();

        App other = world.anApp("read", CALLBACK);
        Answer stranger = world.browser().post("/oauth/revoke", credentials(other, Map.of("token", token)));
        assertThat(stranger.status()).isEqualTo(403);
        assertThat(stranger.json().get("error").asString()).isEqualTo("unauthorized_client");
        assertThat(world.exchange("bearer", token).status()).isEqualTo(200);
        assertThat(world.browser()
                        .post("/oauth/revoke", credentials(app, Map.of()))
                        .status())
                .isEqualTo(403);

        Answer revoked = world.browser()
                .postJson("/oauth/revoke", OAuthWalkIntegrationTests.json(credentials(app, Map.of("token", token))));
        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.body()).isEqualTo("{}");
        assertThat(world.exchange("bearer", token).status()).isEqualTo(401);
        assertThat(world.browser()
                        .post("/oauth/revoke", credentials(app, Map.of("token", token)))
                        .body())
                .isEqualTo("{}");
        await().untilAsserted(() -> assertThat(heard.all(
                        SessionsRevoked.class, event -> Long.valueOf(alice.id()).equals(event.accountId())))
                .singleElement()
                .satisfies(event -> assertThat(event.sid()).isNotBlank()));
    }

    @Test
    void databaseHoldsNoCredential() {
        Person alice = world.aPerson("alice");
        App app = world.anApp("read", CALLBACK);
        Flow flow = new Flow(world, app, CALLBACK).signedIn(alice);
        String code = flow.code();
        String token = flow.token(code).json().get("access_token").asString();
        String cookie = flow.browser().cookie("microblog_session");

        String dump = Stream.of(
                        "oauth_app", "oauth_authorization", "oauth_consent", "spring_session", "login", "signing_key")
                .flatMap(table -> jdbc.sql("SELECT t::text FROM " + table + " t").query(String.class).list().stream())
                .reduce("", String::concat);

        assertThat(cookie).isNotEmpty();
        assertThat(dump).doesNotContain(token, code, app.secret(), cookie, World.PASSWORD, "\"d\"");
    }

    /** The request comes to another port than the configured one, as it does behind a proxy. */
    @Test
    void linksComeFromTheConfiguredOriginAlone() {
        App app = world.anApp("read", CALLBACK);
        String request = "/oauth/authorize?"
                + Browser.encode(
                        Map.of("response_type", "code", "client_id", app.clientId(), "redirect_uri", CALLBACK));
        String[] poison = {
            "X-Forwarded-Host", "evil.example", "Forwarded", "host=evil.example", "X-Forwarded-Proto", "https"
        };

        Answer signIn = world.browser().get(request, poison);
        Answer consent = world.visitor().signsIn(world.aPerson("alice")).get(request, poison);

        assertThat(signIn.status()).isEqualTo(302);
        assertThat(signIn.header("Location")).isIn("/auth/sign_in", "http://localhost:8080/auth/sign_in");
        assertThat(consent.status()).isEqualTo(302);
        assertThat(consent.header("Location")).startsWith("http://localhost:8080/oauth/consent?");
    }

    @Test
    void signingInLeadsBackToTheConfiguredOriginAlone() {
        Person alice = world.aPerson("alice");
        App app = world.anApp("read", CALLBACK);
        Visitor browser = world.visitor();
        browser.get(
                "/oauth/authorize?response_type=code&client_id=" + app.clientId()
                        + "&redirect_uri=https%3A%2F%2Fclient.example%2Fcallback",
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Prefix",
                "//evil.example");

        Answer answer = browser.signsIn(alice.email(), World.PASSWORD);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(URI.create(answer.header("Location")))
                .satisfies(location -> assertThat(location.getHost()).isIn(null, "localhost"))
                .satisfies(location -> assertThat(location.getPath()).isEqualTo("/oauth/authorize"));
    }

    private Flow flow(Person person, String scope) {
        App app = world.anApp("read write", CALLBACK);
        return new Flow(world, app, CALLBACK).with("scope", scope).signedIn(person);
    }

    private static Map<String, String> credentials(App app, Map<String, String> more) {
        var form = new HashMap<>(more);
        form.put("client_id", app.clientId());
        form.put("client_secret", app.secret());
        return form;
    }
}
