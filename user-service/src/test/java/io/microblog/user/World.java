package io.microblog.user;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.microblog.testing.TestTokens;
import io.microblog.user.Browser.Answer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** People and apps for tests, made over HTTP as in life. */
@TestComponent
public class World {

    public static final String OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";
    public static final String PASSWORD = "seven green apples";

    private static final AtomicBoolean FOUNDED = new AtomicBoolean();
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String RUN = UUID.randomUUID().toString().substring(0, 6);

    private final Environment environment;
    private final JdbcClient jdbc;

    World(Environment environment, JdbcClient jdbc) {
        this.environment = environment;
        this.jdbc = jdbc;
    }

    public record App(String id, String clientId, String secret) {}

    /** Somebody with an account; {@code token} is internal, as services get it. */
    public record Person(long id, String username, String email, String accessToken) {}

    public Browser browser() {
        return new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    public String newName(String prefix) {
        return prefix + "_" + RUN + "_" + COUNTER.incrementAndGet();
    }

    public App anApp(String scopes, String redirectUri) {
        Answer answer = browser()
                .post("/api/v1/apps", Map.of("client_name", "Pocket", "redirect_uris", redirectUri, "scopes", scopes));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode json = answer.json();
        return new App(
                json.get("id").asString(),
                json.get("client_id").asString(),
                json.get("client_secret").asString());
    }

    /** The app's own access token. */
    public String tokenOf(App app, String scopes) {
        Answer answer = browser()
                .post(
                        "/oauth/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                app.clientId(),
                                "client_secret",
                                app.secret(),
                                "scope",
                                scopes));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("access_token").asString();
    }

    /** What the gateway gets for a credential. */
    public Answer exchange(String kind, String credential) {
        return browser()
                .postJson(
                        "/internal/tokens/exchange",
                        "{\"kind\":\"%s\",\"credential\":\"%s\"}".formatted(kind, credential),
                        "Authorization",
                        "Bearer " + TestTokens.forService("gateway", "user-service"));
    }

    /** The header of a request as the gateway passes it on. */
    public String[] as(String accessToken) {
        Answer answer = exchange("bearer", accessToken);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return new String[] {
            "Authorization", "Bearer " + answer.json().get("jwt").asString()
        };
    }

    public String[] as(Person person) {
        return as(person.accessToken());
    }

    public Answer signUp(String appToken, Map<String, String> form) {
        return browser().post("/api/v1/accounts", form, as(appToken));
    }

    /** Signs up and follows the link in the mail. Whoever comes first owns the server, so somebody else came before. */
    public Person aPerson(String prefix) {
        if (FOUNDED.compareAndSet(false, true)) {
            newcomer("founder");
        }
        return newcomer(prefix);
    }

    private Person newcomer(String prefix) {
        App app = anApp("read write follow push", OUT_OF_BAND);
        String username = newName(prefix);
        String email = username + "@example.org";
        Answer answer = signUp(
                tokenOf(app, "read write"),
                Map.of(
                        "username", username,
                        "email", email,
                        "password", PASSWORD,
                        "agreement", "true",
                        "locale", "en"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Answer confirmation = browser().get(mail(email).get("link").asString());
        assertThat(confirmation.status()).as(confirmation.body()).isEqualTo(200);
        long id = jdbc.sql("SELECT account_id FROM login WHERE email = ?")
                .param(email)
                .query(Long.class)
                .single();
        return new Person(id, username, email, answer.json().get("access_token").asString());
    }

    /** What notification-service asks for when it sends the confirmation mail to this address. */
    public JsonNode mail(String email) {
        UUID event = jdbc.sql("SELECT confirmation_id FROM sign_up WHERE email = ?")
                .param(email)
                .query(UUID.class)
                .single();
        Answer answer = internal("/internal/security-mails/" + event);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** The newest letter of a kind to an account's owner, as notification-service gets it. */
    public JsonNode letter(String kind, Person person) {
        return letters(kind, person).getFirst();
    }

    /** All letters of a kind to an account's owner, the newest first. */
    public List<JsonNode> letters(String kind, Person person) {
        return jdbc
                .sql("SELECT event_id FROM security_letter WHERE kind = ? AND account_id = ? ORDER BY created_at DESC")
                .params(kind, person.id())
                .query(UUID.class)
                .list()
                .stream()
                .map(event -> internal("/internal/security-mails/" + event).json())
                .toList();
    }

    /** A command of an administrator. */
    public Answer administrate(String username, String command) {
        return browser()
                .postJson(
                        "/internal/admin/accounts/" + username + "/" + command,
                        "{}",
                        "Authorization",
                        "Bearer " + TestTokens.forService("launcher", "user-service"));
    }

    public Answer internal(String path) {
        return browser()
                .get(path, "Authorization", "Bearer " + TestTokens.forService("notification-service", "user-service"));
    }

    /** Signs in by the page, with the session in the browser's cookies. */
    public void signIn(Browser browser, Person person) {
        Answer answer =
                browser.submit(browser.get("/auth/sign_in"), 0, Map.of("email", person.email(), "password", PASSWORD));
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    }
}
