package io.microblog.user;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

import io.microblog.user.Browser.Answer;
import io.microblog.user.World.App;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Walks through the pages in each of their languages, with what goes well and what goes wrong. */
@IntegrationTest
@ParameterizedClass
@ValueSource(strings = {"en", "es", "ar"})
class LanguagesIntegrationTests {

    private static final String NEXT_PASSWORD = "eleven purple plums";

    @Autowired
    World world;

    private final String language;
    private final Properties messages;

    LanguagesIntegrationTests(String language) throws IOException {
        this.language = language;
        this.messages =
                catalogue(language.equals("en") ? "/messages.properties" : "/messages_" + language + ".properties");
    }

    @Test
    void signUpAndConfirmation() {
        Visitor browser = visitor();
        Newcomer nadia = world.aNewcomer("nadia");

        Answer page = expect(browser.get("/auth/sign_up"), 200, "sign_up.title");
        Answer refused = browser.submit(page, 0, Map.of("username", "a b", "email", "x", "password", "password"));
        expect(refused, 422, "sign_up.title");
        assertThat(refused.page().select("p.problem").eachText())
                .containsExactly(
                        text("problem.username.ERR_INVALID"),
                        text("problem.email.ERR_INVALID"),
                        text("problem.password.ERR_COMMON"));
        Answer sent = browser.signsUp(nadia);
        expect(browser.follow(sent), 200, "sent.title");

        String link = world.linkMailedTo(nadia.email());
        assertThat(world.mail(nadia.email()).get("locale").asString()).startsWith(language);
        expect(browser.submit(expect(browser.get(link), 200, "confirm.title"), 0, Map.of()), 200, "confirmed.title");
        expect(browser.get(link), 200, "already.title");
        expect(browser.get(link + "x"), 400, "invalid.title");
        expect(browser.get("/auth/confirmation/new"), 200, "resend.title");
    }

    @Test
    void isChosenOnThePage() {
        Visitor browser = world.visitor().speaking("fr");

        Answer page = browser.get("/auth/sign_up?x=1");
        assertThat(page.page().select("nav a").eachText()).containsExactly("English", "Español", "العربية");
        browser.get(page.page().select("nav a[hreflang=" + language + "]").attr("href"));

        Answer next = expect(browser.get("/auth/sign_in"), 200, "sign_in.title");
        assertThat(next.page().select("nav [aria-current]").attr("hreflang")).isEqualTo(language);
        Newcomer nadia = world.aNewcomer("nadia");
        browser.signsUp(nadia);
        assertThat(world.mail(nadia.email()).get("locale").asString()).isEqualTo(language);
    }

    @Test
    void signInSessionsAndSignOut() {
        Person alice = world.aPerson("alice");
        Visitor browser = visitor();

        expect(browser.get("/auth/sign_in"), 200, "sign_in.title");
        Answer refused = browser.signsIn(alice.email(), "wrong password");
        assertThat(expect(refused, 422, "sign_in.title")
                        .page()
                        .select("[role=alert]")
                        .text())
                .isEqualTo(text("sign_in.wrong"));
        browser.signsIn(alice);

        Answer settings = expect(browser.get("/auth/settings"), 200, "settings.title");
        assertThat(settings.page().select("h2").eachText())
                .containsExactly(
                        text("settings.sessions"),
                        text("settings.apps"),
                        text("settings.password"),
                        text("settings.email"));
        assertThat(settings.page().select("em").text()).isEqualTo(text("settings.this_one"));
        expect(browser.get("/auth/sign_out"), 200, "sign_out.title");
    }

    @Test
    void forgottenPassword() {
        Person alice = world.aPerson("alice");
        Visitor browser = visitor();

        expect(browser.get("/auth/password/new"), 200, "forgotten.title");
        expect(browser.follow(browser.forgetsThePasswordOf(alice.email())), 200, "forgotten_sent.title");
        String link = world.linkIn("PASSWORD_RESET", alice);
        Answer form = expect(browser.get(link), 200, "new_password.title");
        Answer refused = expect(browser.submit(form, 0, Map.of("password", "short")), 422, "new_password.title");
        assertThat(refused.page().text()).contains(text("problem.password.ERR_TOO_SHORT"));
        Answer done = browser.follow(browser.submit(form, 0, Map.of("password", NEXT_PASSWORD)));
        assertThat(expect(done, 200, "sign_in.title").page().text()).contains(text("sign_in.password_changed"));
        Answer again = expect(browser.get(link), 400, "invalid.title");
        assertThat(again.page().text()).contains(text("new_password.invalid"));
    }

    @Test
    void consent() {
        Person alice = world.aPerson("alice");
        App app = world.anApp("read", World.OUT_OF_BAND);
        Visitor browser = visitor();
        browser.signsIn(alice);

        Answer asked = new Flow(world, app, World.OUT_OF_BAND, browser).ask();
        Answer page = expect(browser.follow(asked), 200, "consent.title");
        expect(browser.submit(page, 0, Map.of()), 200, "code.title");
        expect(browser.get("/oauth/authorize?client_id=nobody"), 400, "oauth_error.title");
    }

    private Visitor visitor() {
        return world.visitor().speaking(language.equals("ar") ? "ar-EG,ar;q=0.9,en;q=0.5" : language);
    }

    /** The page has its title in the language, runs in its direction, and lacks no text. */
    private Answer expect(Answer answer, int status, String title) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        var html = answer.page().select("html");
        assertThat(html.attr("lang")).isEqualTo(language);
        assertThat(html.attr("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
        assertThat(answer.page().select("h1").text()).isEqualTo(text(title));
        assertThat(answer.page().text()).doesNotContain("??");
        return answer;
    }

    private String text(String key) {
        return Objects.requireNonNull(messages.getProperty(key), key).replace("''", "'");
    }

    private static Properties catalogue(String name) throws IOException {
        var found = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(LanguagesIntegrationTests.class.getResourceAsStream(name)),
                StandardCharsets.UTF_8)) {
            found.load(reader);
        }
        return found;
    }
}
