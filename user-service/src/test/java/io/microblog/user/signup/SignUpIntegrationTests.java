package io.microblog.user.signup;

import java.util.HashMap;
import java.util.Map;

import io.microblog.event.AccountEvent.UserRegistered;
import io.microblog.event.ContactEvent.ContactChanged;
import io.microblog.event.SecurityEvent.EmailConfirmationRequested;
import io.microblog.user.Browser;
import io.microblog.user.Browser.Answer;
import io.microblog.user.Heard;
import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IntegrationTest
class SignUpIntegrationTests {

    @Autowired
    World world;

    @Autowired
    Heard heard;

    @Autowired
    JdbcClient jdbc;

    private String appToken = "";

    @BeforeEach
    void registerAnApp() {
        appToken = world.tokenOf(world.anApp("read write", World.OUT_OF_BAND), "read write");
    }

    @Test
    void confirmingTellsTheOthers() {
        Person alice = world.aPerson("alice");

        await().untilAsserted(() -> {
            assertThat(heard.all(EmailConfirmationRequested.class, event -> event.accountId() == alice.id()))
                    .hasSize(1);
            assertThat(heard.all(UserRegistered.class, event -> event.account().id() == alice.id()))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.account().username()).isEqualTo(alice.username());
                        assertThat(event.account().version()).isEqualTo(1);
                    });
            assertThat(heard.all(ContactChanged.class, event -> event.accountId() == alice.id()))
                    .containsExactly(new ContactChanged(alice.id(), 1, "en", "UTC", true));
        });
    }

    @Test
    void tokenWorksOnceConfirmed() {
        Map<String, String> form = form();
        Answer answer = world.signUp(appToken, form);
        String token = answer.json().get("access_token").asString();
        assertThat(answer.json().get("created_at").isNumber()).isTrue();

        Answer early = world.browser().get("/api/v1/accounts/verify_credentials", world.as(token));
        assertThat(early.status()).isEqualTo(403);
        assertThat(early.json().get("error").asString()).contains("confirm");

        world.browser().get(world.mail(email(form)).get("link").asString());
        Answer later = world.browser().get("/api/v1/accounts/verify_credentials", world.as(token));
        assertThat(later.status()).isEqualTo(200);
        assertThat(later.json().get("username").asString()).isEqualTo(form.get("username"));
    }

    @Test
    void linkWorksOnce() {
        Map<String, String> form = form();
        world.signUp(appToken, form);
        String link = world.mail(email(form)).get("link").asString();

        assertThat(link).startsWith("http://localhost:8080/auth/confirmation?confirmation_token=");
        assertThat(world.mail(email(form)).get("link").asString()).isEqualTo(link);
        assertThat(world.browser().get(link).status()).isEqualTo(200);
        assertThat(world.browser().get(link).status()).isEqualTo(400);
        assertThat(world.browser().get(link.substring(0, link.length() - 4)).status())
                .isEqualTo(400);
        assertThat(world.browser().get("/auth/confirmation").status()).isEqualTo(400);
    }

    @Test
    void linkExpires() {
        Map<String, String> form = form();
        world.signUp(appToken, form);
        var mail = world.mail(email(form));
        String event = jdbc.sql("SELECT confirmation_id::text FROM sign_up WHERE email = ?")
                .param(email(form))
                .query(String.class)
                .single();
        jdbc.sql("UPDATE sign_up SET expires_at = now() WHERE email = ?")
                .param(email(form))
                .update();

        assertThat(world.browser().get(mail.get("link").asString()).status()).isEqualTo(400);
        assertThat(world.internal("/internal/security-mails/" + event).status()).isEqualTo(404);
        assertThat(accounts(form.get("username"))).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "username, '', ERR_BLANK",
        "username, 'no spaces', ERR_INVALID",
        "username, ünal, ERR_INVALID",
        "username, a-b, ERR_INVALID",
        "username, abcdefghijabcdefghijabcdefghij1, ERR_TOO_LONG",
        "username, Admin, ERR_RESERVED",
        "email, '', ERR_BLANK",
        "email, nobody, ERR_INVALID",
        "email, a@b@c, ERR_INVALID",
        "password, '', ERR_BLANK",
        "password, short12, ERR_TOO_SHORT",
        "password, Password123, ERR_COMMON",
        "agreement, false, ERR_ACCEPTED",
        "locale, '!!', ERR_INVALID",
        "time_zone, Mars/Base, ERR_INVALID"
    })
    void namesTheFieldThatIsWrong(String field, String value, String error) {
        Map<String, String> form = form();
        form.put(field, value);

        Answer answer = world.signUp(appToken, form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("error").asString()).startsWith("Validation failed");
        assertThat(answer.json().get("details").propertyNames()).containsExactly(field);
        assertThat(answer.json().at("/details/" + field + "/0/error").asString())
                .isEqualTo(error);
        assertThat(answer.json().at("/details/" + field + "/0/description").asString())
                .isNotBlank();
        assertThat(signUps(email(form))).isZero();
    }

    @Test
    void refusesPasswordsThatAreTooLong() {
        Map<String, String> form = form();
        form.put("password", "long enough ".repeat(12));

        assertThat(world.signUp(appToken, form)
                        .json()
                        .at("/details/password/0/error")
                        .asString())
                .isEqualTo("ERR_TOO_LONG");
    }

    @Test
    void refusesAPasswordOfAMegabyte() {
        Map<String, String> form = form();
        form.put("password", "x".repeat(1 << 20));

        assertThat(world.signUp(appToken, form).status()).isIn(413, 422);
        assertThat(signUps(email(form))).isZero();
    }

    @Test
    void givesNobodyWhatOnlyTheServerGives() {
        Map<String, String> form = form();
        form.putAll(Map.of(
                "role",
                "owner",
                "role_id",
                "-99",
                "confirmed",
                "true",
                "approved",
                "true",
                "id",
                "1",
                "state",
                "active"));

        Answer answer = world.signUp(appToken, form);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(accounts(form.get("username"))).isZero();
        world.browser().get(world.mail(email(form)).get("link").asString());
        JsonNode own = world.browser()
                .get(
                        "/api/v1/accounts/verify_credentials",
                        world.as(answer.json().get("access_token").asString()))
                .json();
        assertThat(own.at("/role/name").asString()).isEmpty();
        assertThat(own.get("id").asString()).isNotEqualTo("1");
    }

    @Test
    void saysWhichNamesAreTaken() {
        Person alice = world.aPerson("alice");
        Map<String, String> form = form();
        form.put("username", alice.username().toUpperCase(java.util.Locale.ROOT));

        Answer answer = world.signUp(appToken, form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/details/username/0/error").asString()).isEqualTo("ERR_TAKEN");
    }

    @Test
    void takenAddressIsAnsweredLikeAnyOtherAndReservesNothing() {
        Person alice = world.aPerson("alice");
        Map<String, String> form = form();
        form.put("email", alice.email().toUpperCase(java.util.Locale.ROOT));

        Answer answer = world.signUp(appToken, form);
        assertThat(answer.status()).isEqualTo(200);
        String token = answer.json().get("access_token").asString();
        assertThat(world.browser()
                        .get("/api/v1/accounts/verify_credentials", world.as(token))
                        .status())
                .isEqualTo(403);

        Map<String, String> again = form();
        again.put("username", form.get("username"));
        assertThat(world.signUp(appToken, again).status()).isEqualTo(200);
        assertThat(world.browser()
                        .get(world.mail(email(again)).get("link").asString())
                        .status())
                .isEqualTo(200);
        assertThat(accounts(form.get("username"))).isOne();
    }

    @Test
    void whoeverConfirmsFirstGetsTheName() {
        Map<String, String> first = form();
        Map<String, String> second = form();
        second.put("username", first.get("username"));
        world.signUp(appToken, first);
        world.signUp(appToken, second);
        world.browser().get(world.mail(email(second)).get("link").asString());

        Browser browser = world.browser();
        Answer taken = browser.get(world.mail(email(first)).get("link").asString());
        assertThat(taken.status()).isEqualTo(422);
        assertThat(browser.submit(taken, 0, Map.of("username", "admin")).status())
                .isEqualTo(422);
        String other = world.newName("other");
        assertThat(browser.submit(taken, 0, Map.of("username", other)).status()).isEqualTo(200);
        assertThat(accounts(other)).isOne();
    }

    @Test
    void limitsMailsToOneAddress() {
        Map<String, String> form = form();
        for (int i = 0; i < 6; i++) {
            assertThat(world.signUp(appToken, form).status()).isEqualTo(200);
        }

        Answer answer = world.signUp(appToken, form);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isNotBlank();
        assertThat(signUps(email(form))).isEqualTo(6);
    }

    @Test
    void ownerOfATakenAddressIsTold() {
        Person alice = world.aPerson("alice");
        Map<String, String> form = form();
        form.put("email", alice.email());

        world.signUp(appToken, form);

        assertThat(world.letter("SIGN_UP_ATTEMPT", alice).get("email").asString())
                .isEqualTo(alice.email());
    }

    @Test
    void sendsTheMailAgainAndVoidsTheFirstLink() {
        Map<String, String> form = form();
        world.signUp(appToken, form);
        String first = world.mail(email(form)).get("link").asString();
        Browser browser = world.browser();

        Answer known = browser.submit(browser.get("/auth/confirmation/new"), 0, Map.of("email", email(form)));
        Answer unknown = browser.submit(browser.get("/auth/confirmation/new"), 0, Map.of("email", "x" + email(form)));

        assertThat(known.status()).isEqualTo(302).isEqualTo(unknown.status());
        assertThat(known.header("Location")).isEqualTo(unknown.header("Location"));
        assertThat(world.browser().get(first).status()).isEqualTo(400);
        assertThat(world.browser()
                        .get(world.mail(email(form)).get("link").asString())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void sendsTheMailToAnotherAddressBeforeItIsConfirmed() {
        Map<String, String> form = form();
        String token = world.signUp(appToken, form).json().get("access_token").asString();
        String other = "other." + email(form);

        assertThat(world.browser()
                        .post("/api/v1/emails/confirmations", Map.of("email", "nonsense"), world.as(token))
                        .status())
                .isEqualTo(422);
        Answer answer = world.browser().post("/api/v1/emails/confirmations", Map.of("email", other), world.as(token));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{}");
        world.browser().get(world.mail(other).get("link").asString());

        assertThat(accounts(form.get("username"))).isOne();
        assertThat(world.browser()
                        .post("/api/v1/emails/confirmations", Map.of(), world.as(token))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void needsTheTokenOfAnApp() {
        Person alice = world.aPerson("alice");

        assertThat(world.browser().post("/api/v1/accounts", form()).status()).isEqualTo(401);
        assertThat(world.browser()
                        .post("/api/v1/accounts", form(), world.as(alice))
                        .status())
                .isEqualTo(403);
        String readOnly = world.tokenOf(world.anApp("read", World.OUT_OF_BAND), "read");
        assertThat(world.signUp(readOnly, form()).status()).isEqualTo(403);
    }

    @Test
    void signsUpByThePage() {
        Browser browser = world.browser();
        Map<String, String> form = form();
        Answer page = browser.get("/auth/sign_up", "Accept-Language", "es-MX,es;q=0.9");
        assertThat(page.page().select("html").attr("lang")).isEqualTo("es");
        assertThat(page.page().select("h1").text()).isEqualTo("Crear una cuenta");

        Answer refused = browser.submit(page, 0, Map.of("username", "admin", "email", "x", "password", "y"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("p.problem")).hasSize(4);
        assertThat(refused.page().text()).doesNotContain("??");

        Answer sent = browser.submit(page, 0, form);
        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        assertThat(browser.follow(sent).status()).isEqualTo(200);
        assertThat(browser.get(world.mail(email(form)).get("link").asString()).status())
                .isEqualTo(200);
        assertThat(accounts(form.get("username"))).isOne();
    }

    private Map<String, String> form() {
        String username = world.newName("carol");
        return new HashMap<>(Map.of(
                "username",
                username,
                "email",
                username + "@example.org",
                "password",
                World.PASSWORD,
                "agreement",
                "true",
                "locale",
                "en"));
    }

    private static String email(Map<String, String> form) {
        return String.valueOf(form.get("email"));
    }

    private long signUps(String email) {
        return jdbc.sql("SELECT count(*) FROM sign_up WHERE email = ?")
                .param(email)
                .query(Long.class)
                .single();
    }

    private long accounts(@org.jspecify.annotations.Nullable String username) {
        return jdbc.sql("SELECT count(*) FROM account WHERE username = ?")
                .param(username)
                .query(Long.class)
                .single();
    }
}
