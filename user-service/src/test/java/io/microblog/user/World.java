package io.microblog.user;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
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

    /** The roles that every server has. */
    public static final long MODERATOR = 1;

    public static final long ADMIN = 2;
    public static final long OWNER = 3;

    /** Before a test has met anybody. */
    public static final Person NOBODY = new Person(0, "nobody", "", "");

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

    /** Something that asks the service without a token. */
    public Browser browser() {
        return new Browser(port());
    }

    /** Somebody who opens the service's pages. */
    public Visitor visitor() {
        return new Visitor(port());
    }

    /** An app acting for the person. */
    public Client as(Person person) {
        return as(person.accessToken());
    }

    /** An app with a token of its own or of somebody. */
    public Client as(String accessToken) {
        return client("bearer", accessToken);
    }

    /** The web client in a browser where somebody has signed in. */
    public Client in(Visitor browser) {
        return client("session", browser.cookie("microblog_session"));
    }

    private Client client(String kind, String credential) {
        Answer answer = exchange(kind, credential);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return new Client(port(), answer.json().get("jwt").asString());
    }

    /** Another service of the platform. */
    public Browser asService(String name) {
        return new Browser(port(), "Authorization", "Bearer " + TestTokens.forService(name, "user-service"));
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

    /** An app's own token that lets people sign up. */
    public String anAppToken() {
        return tokenOf(anApp("read write", OUT_OF_BAND), "read write");
    }

    /** A token for another app of the person, who consents to these scopes. */
    public String aToken(Person person, String scopes) {
        Flow flow = new Flow(this, anApp(scopes, OUT_OF_BAND), OUT_OF_BAND)
                .with("scope", scopes)
                .signedIn(person);
        return flow.token(flow.code()).accessToken();
    }

    /** An app acting for somebody who has a role, with all that it may ask for. */
    public Client asStaff(Person person, long roleId) {
        appoint(person, roleId);
        return as(aToken(person, "read write admin:read admin:write"));
    }

    /** Gives somebody a role, as if it had always been so. */
    public void appoint(Person person, long roleId) {
        jdbc.sql("UPDATE account SET role_id = ? WHERE id = ?")
                .params(roleId, person.id())
                .update();
    }

    /** What the gateway gets for a credential. */
    public Answer exchange(String kind, String credential) {
        return asService("gateway")
                .postJson(
                        "/internal/tokens/exchange",
                        "{\"kind\":\"%s\",\"credential\":\"%s\"}".formatted(kind, credential));
    }

    public Newcomer aNewcomer(String prefix) {
        return Newcomer.named(newName(prefix));
    }

    /** Signs up through an app. */
    public Answer signUp(Newcomer newcomer) {
        return signUp(newcomer, anAppToken());
    }

    public Answer signUp(Newcomer newcomer, String appToken) {
        return as(appToken).post("/api/v1/accounts", newcomer.form());
    }

    /** The code of an invitation for so many people, also where nobody opens an account to invite them. */
    public String anInvite(int uses) {
        String code = newName("code");
        long id = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        jdbc.sql("INSERT INTO account (id, version, username, created_at) VALUES (:id, 1, :code, now())")
                .param("id", id)
                .param("code", code)
                .update();
        jdbc.sql("INSERT INTO invite (id, owner_id, code, max_uses, created_at) VALUES (:id, :id, :code, :uses, now())")
                .param("id", id)
                .param("code", code)
                .param("uses", uses)
                .update();
        return code;
    }

    /** Follows the link in the mail, and presses the button. */
    public Answer confirm(Newcomer newcomer) {
        return visitor().agreesBy(linkMailedTo(newcomer.email()));
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
        Newcomer newcomer = aNewcomer(prefix);
        Answer answer = signUp(newcomer, tokenOf(app, "read write"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Answer confirmation = confirm(newcomer);
        assertThat(confirmation.status()).as(confirmation.body()).isEqualTo(200);
        long id = jdbc.sql("SELECT account_id FROM login WHERE email = ?")
                .param(newcomer.email())
                .query(Long.class)
                .single();
        return new Person(id, newcomer.username(), newcomer.email(), answer.accessToken());
    }

    /** The account as everybody sees it. */
    public JsonNode account(Person person) {
        return browser().get("/api/v1/accounts/" + person.id()).json();
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

    /** The link in the newest confirmation mail to this address. */
    public String linkMailedTo(String email) {
        return mail(email).get("link").asString();
    }

    /** The link in the newest letter of a kind to an account's owner. */
    public String linkIn(String kind, Person person) {
        return letter(kind, person).get("link").asString();
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
        return asService("launcher").postJson("/internal/admin/accounts/" + username + "/" + command, "{}");
    }

    public Answer internal(String path) {
        return asService("notification-service").get(path);
    }

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }
}
