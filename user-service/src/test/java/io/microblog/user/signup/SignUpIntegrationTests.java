package io.microblog.user.signup;

import java.util.List;
import java.util.Map;

import io.microblog.event.AccountEvent.UserRegistered;
import io.microblog.event.ContactEvent.ContactChanged;
import io.microblog.event.SecurityEvent.EmailConfirmationRequested;
import io.microblog.user.Browser;
import io.microblog.user.Browser.Answer;
import io.microblog.user.Heard;
import io.microblog.user.IntegrationTest;
import io.microblog.user.Newcomer;
import io.microblog.user.Visitor;
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
    private Newcomer carol = Newcomer.named("nobody");

    @BeforeEach
    void registerAnApp() {
        appToken = world.anAppToken();
        carol = world.aNewcomer("carol");
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
        Answer answer = signUp(carol);
        String token = answer.accessToken();
        assertThat(answer.json().get("created_at").isNumber()).isTrue();

        Answer early = world.as(token).get("/api/v1/accounts/verify_credentials");
        assertThat(early.status()).isEqualTo(403);
        assertThat(early.json().get("error").asString()).contains("confirm");

        world.confirm(carol);
        Answer later = world.as(token).get("/api/v1/accounts/verify_credentials");
        assertThat(later.status()).isEqualTo(200);
        assertThat(later.json().get("username").asString()).isEqualTo(carol.username());
    }

    @Test
    void linkIsKnownAgain() {
        signUp(carol);
        String link = world.linkMailedTo(carol.email());

        assertThat(link).startsWith("http://localhost:8080/auth/confirmation?confirmation_token=");
        assertThat(world.linkMailedTo(carol.email())).isEqualTo(link);
        Visitor browser = world.visitor();
        Answer page = browser.get(link);
        assertThat(title(browser.submit(page, 0, Map.of()))).isEqualTo("Your account is ready");
        assertThat(title(browser.submit(page, 0, Map.of()))).isEqualTo("Confirmed already");
        Answer again = world.visitor().agreesBy(link);
        assertThat(again.status()).isEqualTo(200);
        assertThat(title(again)).isEqualTo("Confirmed already");
        assertThat(again.page().select("main a").eachAttr("href")).contains("/auth/sign_in");
        assertThat(accounts(carol.username())).isOne();
        assertThat(world.browser().get(link.substring(0, link.length() - 4)).status())
                .isEqualTo(400);
        assertThat(world.browser().get("/auth/confirmation").status()).isEqualTo(400);
    }

    @Test
    void lookingAtTheLinkConfirmsNothing() {
        signUp(carol);
        String link = world.linkMailedTo(carol.email());

        for (int i = 0; i < 2; i++) {
            assertThat(world.browser().head(link).status()).isEqualTo(200);
            assertThat(world.browser().get(link, "User-Agent", "MailGuard/1.0").status())
                    .isEqualTo(200);
            assertThat(accounts(carol.username())).isZero();
        }
        Answer page = world.browser().get(link);
        assertThat(page.page().select("main").text()).contains("@" + carol.username());
        assertThat(page.page().select("form[method=post] button")).hasSize(1);

        assertThat(world.confirm(carol).status()).isEqualTo(200);
        assertThat(accounts(carol.username())).isOne();
    }

    @Test
    void nobodyElseConfirmsByAFormOfTheirOwn() {
        signUp(carol);
        String link = world.linkMailedTo(carol.email());

        Answer forged =
                world.browser().post("/auth/confirmation", Map.of("confirmation_token", link.replaceFirst(".*=", "")));

        assertThat(forged.status()).isEqualTo(403);
        assertThat(accounts(carol.username())).isZero();
    }

    @Test
    void oneAddressHasOneAccountHoweverItsDomainIsWritten() {
        String name = carol.username();
        String unicode = name + "@müller.example";
        String ascii = name + "@xn--mller-kva.example";
        carol = carol.with("email", unicode);
        assertThat(signUp(carol).status()).isEqualTo(200);
        assertThat(world.mail(ascii).get("email").asString()).isEqualTo(ascii);
        assertThat(world.visitor().agreesBy(world.linkMailedTo(ascii)).status()).isEqualTo(200);

        for (String written : List.of(unicode, ascii, name + "@MÜLLER.example")) {
            assertThat(world.visitor().signsIn(written, World.PASSWORD).status())
                    .as(written)
                    .isEqualTo(303);
            signUp(world.aNewcomer("again").with("email", written));
        }
        assertThat(world.visitor().forgetsThePasswordOf(unicode).status()).isEqualTo(302);
        assertThat(letters("SIGN_UP_ATTEMPT", ascii)).isEqualTo(3);
        assertThat(letters("PASSWORD_RESET", ascii)).isOne();
    }

    @Test
    void linkExpires() {
        signUp(carol);
        var mail = world.mail(carol.email());
        String event = jdbc.sql("SELECT confirmation_id::text FROM sign_up WHERE email = ?")
                .param(carol.email())
                .query(String.class)
                .single();
        jdbc.sql("UPDATE sign_up SET expires_at = now() WHERE email = ?")
                .param(carol.email())
                .update();

        assertThat(world.browser().get(mail.get("link").asString()).status()).isEqualTo(400);
        assertThat(world.internal("/internal/security-mails/" + event).status()).isEqualTo(404);
        assertThat(accounts(carol.username())).isZero();
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
        carol = carol.with(field, value);

        Answer answer = signUp(carol);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("error").asString()).startsWith("Validation failed");
        assertThat(answer.json().get("details").propertyNames()).containsExactly(field);
        assertThat(answer.json().at("/details/" + field + "/0/error").asString())
                .isEqualTo(error);
        assertThat(answer.json().at("/details/" + field + "/0/description").asString())
                .isNotBlank();
        assertThat(signUps(carol.email())).isZero();
    }

    @Test
    void refusesPasswordsThatAreTooLong() {
        carol = carol.with("password", "long enough ".repeat(12));

        assertThat(signUp(carol).json().at("/details/password/0/error").asString())
                .isEqualTo("ERR_TOO_LONG");
    }

    @Test
    void refusesAPasswordOfAMegabyte() {
        carol = carol.with("password", "x".repeat(1 << 20));

        assertThat(signUp(carol).status()).isIn(413, 422);
        assertThat(signUps(carol.email())).isZero();
    }

    @Test
    void givesNobodyWhatOnlyTheServerGives() {
        carol = carol.with("role", "owner")
                .with("role_id", "-99")
                .with("confirmed", "true")
                .with("approved", "true")
                .with("id", "1")
                .with("state", "active");

        Answer answer = signUp(carol);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(accounts(carol.username())).isZero();
        world.confirm(carol);
        JsonNode own = world.as(answer.accessToken())
                .get("/api/v1/accounts/verify_credentials")
                .json();
        assertThat(own.at("/role/name").asString()).isEmpty();
        assertThat(own.get("id").asString()).isNotEqualTo("1");
    }

    @Test
    void saysWhichNamesAreTaken() {
        Person alice = world.aPerson("alice");
        carol = carol.with("username", alice.username().toUpperCase(java.util.Locale.ROOT));

        Answer answer = signUp(carol);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/details/username/0/error").asString()).isEqualTo("ERR_TAKEN");
    }

    @Test
    void takenAddressIsAnsweredLikeAnyOtherAndReservesNothing() {
        Person alice = world.aPerson("alice");
        carol = carol.with("email", alice.email().toUpperCase(java.util.Locale.ROOT));

        Answer answer = signUp(carol);
        assertThat(answer.status()).isEqualTo(200);
        String token = answer.accessToken();
        assertThat(world.as(token).get("/api/v1/accounts/verify_credentials").status())
                .isEqualTo(403);

        Newcomer again = world.aNewcomer("again").with("username", carol.username());
        assertThat(signUp(again).status()).isEqualTo(200);
        assertThat(world.confirm(again).status()).isEqualTo(200);
        assertThat(accounts(carol.username())).isOne();
    }

    @Test
    void whoeverConfirmsFirstGetsTheName() {
        Newcomer second = world.aNewcomer("second").with("username", carol.username());
        signUp(carol);
        signUp(second);
        world.confirm(second);

        Visitor browser = world.visitor();
        Answer taken = browser.agreesBy(world.linkMailedTo(carol.email()));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(browser.submit(taken, 0, Map.of("username", "admin")).status())
                .isEqualTo(422);
        String other = world.newName("other");
        assertThat(browser.submit(taken, 0, Map.of("username", other)).status()).isEqualTo(200);
        assertThat(accounts(other)).isOne();
    }

    @Test
    void limitsMailsToOneAddress() {
        for (int i = 0; i < 6; i++) {
            assertThat(signUp(carol).status()).isEqualTo(200);
        }

        Answer answer = signUp(carol);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isNotBlank();
        assertThat(signUps(carol.email())).isEqualTo(6);
    }

    @Test
    void ownerOfATakenAddressIsTold() {
        Person alice = world.aPerson("alice");
        carol = carol.with("email", alice.email());

        signUp(carol);

        assertThat(world.letter("SIGN_UP_ATTEMPT", alice).get("email").asString())
                .isEqualTo(alice.email());
    }

    @Test
    void sendsTheMailAgainAndVoidsTheFirstLink() {
        signUp(carol);
        String first = world.linkMailedTo(carol.email());

        Answer known = world.visitor().missesTheMailTo(carol.email());
        Answer unknown = world.visitor().missesTheMailTo("x" + carol.email());

        assertThat(known.status()).isEqualTo(302).isEqualTo(unknown.status());
        assertThat(known.header("Location")).isEqualTo(unknown.header("Location"));
        assertThat(world.browser().get(first).status()).isEqualTo(400);
        assertThat(world.confirm(carol).status()).isEqualTo(200);
    }

    @Test
    void sendsTheMailToAnotherAddressBeforeItIsConfirmed() {
        String token = signUp(carol).accessToken();
        String other = "other." + carol.email();

        assertThat(world.as(token)
                        .post("/api/v1/emails/confirmations", Map.of("email", "nonsense"))
                        .status())
                .isEqualTo(422);
        Answer answer = world.as(token).post("/api/v1/emails/confirmations", Map.of("email", other));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{}");
        world.visitor().agreesBy(world.linkMailedTo(other));

        assertThat(accounts(carol.username())).isOne();
        assertThat(world.as(token)
                        .post("/api/v1/emails/confirmations", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void sendsTheMailAgainToTheOneWhoSignedUpAlone() {
        signUp(carol);
        Newcomer dave = world.aNewcomer("dave");
        String token = signUp(dave).accessToken();
        String link = world.linkMailedTo(carol.email());

        assertThat(world.browser()
                        .post("/api/v1/emails/confirmations", Map.of())
                        .status())
                .isEqualTo(401);
        assertThat(world.as(appToken)
                        .post("/api/v1/emails/confirmations", Map.of())
                        .status())
                .isEqualTo(422);
        assertThat(world.as(token)
                        .post("/api/v1/emails/confirmations", Map.of())
                        .status())
                .isEqualTo(200);

        assertThat(world.linkMailedTo(carol.email())).isEqualTo(link);
    }

    @Test
    void needsTheTokenOfAnApp() {
        Person alice = world.aPerson("alice");

        assertThat(world.browser().post("/api/v1/accounts", carol.form()).status())
                .isEqualTo(401);
        assertThat(world.as(alice).post("/api/v1/accounts", carol.form()).status())
                .isEqualTo(403);
        String readOnly = world.tokenOf(world.anApp("read", World.OUT_OF_BAND), "read");
        assertThat(world.signUp(carol, readOnly).status()).isEqualTo(403);
    }

    @Test
    void keepsWhatWasFilledInAndLeadsToTheFirstMistake() {
        Visitor browser = world.visitor();
        Answer refused = browser.fillsIn(
                "/auth/sign_up",
                Map.of("username", carol.username(), "email", "x", "password", "y", "agreement", "true"));

        assertThat(refused.page().select("[name=username]").val()).isEqualTo(carol.username());
        assertThat(refused.page().select("[autofocus]").eachAttr("name")).containsExactly("email");
        assertThat(refused.page().select("[aria-invalid=true]").eachAttr("name"))
                .containsExactly("email", "password");
        assertThat(refused.page().select("input[type=checkbox]"))
                .as("no rules, nothing to agree to")
                .isEmpty();
    }

    @Test
    void sendsAgainFromThePageThatSaysItIsSent() {
        Visitor browser = world.visitor();
        Answer sent = browser.follow(browser.signsUp(carol));
        String first = world.linkMailedTo(carol.email());
        assertThat(sent.page().select("main").text()).contains(carol.email());

        Answer again = browser.follow(browser.submit(sent, 0, Map.of()));

        assertThat(again.page().select("[role=status]")).hasSize(1);
        assertThat(world.linkMailedTo(carol.email())).isNotEqualTo(first);
        Answer last = again;
        for (int i = 0; i < 10 && last.status() != 429; i++) {
            last = browser.submit(again, 0, Map.of());
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.page().select("[name=email]").val()).isEqualTo(carol.email());
    }

    @Test
    void signsUpByThePage() {
        Browser browser = world.browser();
        Answer page = browser.get("/auth/sign_up", "Accept-Language", "es-MX,es;q=0.9");
        assertThat(page.page().select("html").attr("lang")).isEqualTo("es");
        assertThat(page.page().select("h1").text()).isEqualTo("Crear una cuenta");

        Answer refused = browser.submit(page, 0, Map.of("username", "admin", "email", "x", "password", "y"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("p.problem")).hasSize(3);
        assertThat(refused.page().text()).doesNotContain("??");

        Answer sent = browser.submit(page, 0, carol.form());
        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        assertThat(browser.follow(sent).status()).isEqualTo(200);
        assertThat(browser.submit(browser.get(world.linkMailedTo(carol.email())), 0, Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(accounts(carol.username())).isOne();
    }

    private Answer signUp(Newcomer newcomer) {
        return world.signUp(newcomer, appToken);
    }

    private static String title(Answer answer) {
        return answer.page().select("h1").text();
    }

    private long letters(String kind, String email) {
        return jdbc.sql("SELECT count(*) FROM security_letter JOIN login USING (account_id)"
                        + " WHERE kind = ? AND login.email = ?")
                .params(kind, email)
                .query(Long.class)
                .single();
    }

    private long signUps(String email) {
        return jdbc.sql("SELECT count(*) FROM sign_up WHERE email = ?")
                .param(email)
                .query(Long.class)
                .single();
    }

    private long accounts(String username) {
        return jdbc.sql("SELECT count(*) FROM account WHERE username = ?")
                .param(username)
                .query(Long.class)
                .single();
    }
}
