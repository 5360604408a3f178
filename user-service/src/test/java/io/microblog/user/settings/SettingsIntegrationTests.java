package io.microblog.user.settings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.microblog.event.ContactEvent.ContactChanged;
import io.microblog.event.SecurityEvent.SessionsRevoked;
import io.microblog.event.SecurityEvent.SignedInFromNewDevice;
import io.microblog.user.Browser.Answer;
import io.microblog.user.Heard;
import io.microblog.user.IntegrationTest;
import io.microblog.user.Visitor;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

@IntegrationTest
class SettingsIntegrationTests {

    private static final String NEXT = "three blue pears";

    @Autowired
    World world;

    @Autowired
    Heard heard;

    private Person alice = World.NOBODY;
    private Visitor browser = new Visitor(0);

    @BeforeEach
    void signIn() {
        alice = world.aPerson("alice");
        browser = world.visitor().signsIn(alice);
    }

    @Test
    void areForNobodyElse() {
        Visitor stranger = world.visitor();

        assertThat(stranger.get("/auth/settings").header("Location")).endsWith("/auth/sign_in");
        Answer back = stranger.signsIn(alice.email(), World.PASSWORD);
        assertThat(back.header("Location")).startsWith("/auth/settings");
    }

    @Test
    void needTheFormsToken() {
        for (String form : List.of("password", "email", "sessions/end_others")) {
            assertThat(browser.post("/auth/settings/" + form, Map.of()).status())
                    .as(form)
                    .isEqualTo(403);
        }
    }

    @Test
    void endsOneSessionAtOnce() {
        Visitor other = world.visitor().signsIn(alice);
        String cookie = other.cookie("microblog_session");
        Answer page = browser.get("/auth/settings");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.page().select("section:first-of-type .rows li")).hasSize(2);

        assertThat(submit(page, "/sessions/", Map.of()).status()).isEqualTo(302);

        assertThat(world.exchange("session", cookie).status()).isEqualTo(401);
        assertThat(world.exchange("session", browser.cookie("microblog_session"))
                        .status())
                .isEqualTo(200);
        await().untilAsserted(() -> assertThat(revocations()).hasSize(1));
    }

    @Test
    void tellTimesInTheReadersLanguage() {
        Element time = browser.speaking("es").get("/auth/settings").page().selectFirst("section:first-of-type time");

        assertThat(time).isNotNull();
        assertThat(Instant.parse(time.attr("datetime"))).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        String month = LocalDate.now(ZoneOffset.UTC).getMonth().getDisplayName(TextStyle.FULL, Locale.of("es"));
        assertThat(time.text()).contains(" " + month + " ").endsWith(" UTC");
    }

    @Test
    void cannotEndTheSessionOfAnother() {
        Person eve = world.aPerson("eve");
        Visitor evil = world.visitor().signsIn(eve);
        world.visitor().signsIn(alice);
        String action = actionLike(browser.get("/auth/settings"), "/sessions/");

        evil.forges(evil.get("/auth/settings"), action, Map.of());

        assertThat(browser.get("/auth/settings").page().select("section:first-of-type .rows li"))
                .hasSize(2);
    }

    @Test
    void takesAccessFromAnApp() {
        Answer page = browser.get("/auth/settings");
        assertThat(page.body()).contains("Pocket");

        submit(page, "/apps/", Map.of());

        assertThat(world.exchange("bearer", alice.accessToken()).status()).isEqualTo(401);
        assertThat(browser.get("/auth/settings").body()).doesNotContain("Pocket");
    }

    @Test
    void changesThePasswordAndEndsTheOtherSessions() {
        Visitor other = world.visitor().signsIn(alice);

        Answer wrong = change("/password", Map.of("current_password", "not this one", "password", NEXT));
        assertThat(wrong.status()).isEqualTo(422);
        Answer weak = change("/password", Map.of("current_password", World.PASSWORD, "password", "password"));
        assertThat(weak.status()).isEqualTo(422);
        Answer done = change("/password", Map.of("current_password", World.PASSWORD, "password", NEXT));

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.page().select("[role=status]")).isNotEmpty();
        assertThat(world.exchange("session", other.cookie("microblog_session")).status())
                .isEqualTo(401);
        assertThat(browser.get("/auth/settings").status()).isEqualTo(200);
        assertThat(world.exchange("bearer", alice.accessToken()).status()).isEqualTo(200);
        assertThat(world.letters("PASSWORD_CHANGE", alice)).hasSize(1);
    }

    @Test
    void changesTheAddressOnceBothEndsAgree() {
        String next = "new." + alice.email();
        assertThat(change("/email", Map.of("current_password", World.PASSWORD, "email", next))
                        .status())
                .isEqualTo(200);
        List<String> receivers = world.letters("EMAIL_CHANGE", alice).stream()
                .map(letter -> letter.get("email").asString())
                .toList();
        assertThat(receivers).containsExactlyInAnyOrder(alice.email(), next);

        List<String> links = world.letters("EMAIL_CHANGE", alice).stream()
                .map(letter -> letter.get("link").asString())
                .toList();
        links.forEach(link -> world.browser().head(link));
        links.forEach(link -> world.browser().get(link));
        agree(links.getFirst());
        assertThat(world.browser().get(links.getFirst()).body())
                .contains("Noted.")
                .doesNotContain("I agree");
        agree(links.getFirst());
        assertThat(browser.get("/auth/settings").page().text()).doesNotContain(present(next));
        agree(links.getLast());

        assertThat(browser.get("/auth/settings").page().text()).contains(present(next));
        for (String link : links) {
            Answer again = world.browser().get(link);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.body()).contains("Confirmed already");
        }
        await().untilAsserted(() -> assertThat(
                        heard.all(ContactChanged.class, event -> event.accountId() == alice.id()))
                .hasSize(2));
    }

    @Test
    void anotherPasswordEndsOpenLinks() {
        String reset = resetLink();
        change("/email", Map.of("current_password", World.PASSWORD, "email", "new." + alice.email()));
        List<String> agreements = emailChangeLinks();
        agree(agreements.getFirst());

        assertThat(change("/password", Map.of("current_password", World.PASSWORD, "password", "nine ripe pears"))
                        .status())
                .isEqualTo(200);

        assertThat(world.visitor().chooses("ten ripe plums", reset).status()).isEqualTo(400);
        agreements.forEach(
                link -> assertThat(world.browser().get(link).status()).as(link).isEqualTo(400));
        assertThat(browser.get("/auth/settings").page().text()).contains(present(alice.email()));
    }

    @Test
    void anotherAddressEndsLinksSentToTheOldOne() {
        String reset = resetLink();
        change("/email", Map.of("current_password", World.PASSWORD, "email", "new." + alice.email()));

        emailChangeLinks().forEach(this::agree);

        assertThat(browser.get("/auth/settings").page().text()).contains(present("new." + alice.email()));
        assertThat(world.visitor().chooses("ten ripe plums", reset).status()).isEqualTo(400);
    }

    private String resetLink() {
        world.visitor().forgetsThePasswordOf(alice.email());
        return world.linkIn("PASSWORD_RESET", alice);
    }

    private List<String> emailChangeLinks() {
        return world.letters("EMAIL_CHANGE", alice).stream()
                .map(letter -> letter.get("link").asString())
                .toList();
    }

    @Test
    void writesNothingToAnAddressThatIsTaken() {
        Person bob = world.aPerson("bob");

        Answer answer = change("/email", Map.of("current_password", World.PASSWORD, "email", bob.email()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(world.letters("EMAIL_CHANGE", alice))
                .singleElement()
                .satisfies(letter -> assertThat(letter.get("email").asString()).isEqualTo(alice.email()));
        agree(world.linkIn("EMAIL_CHANGE", alice));
        assertThat(browser.get("/auth/settings").page().text()).contains(present(alice.email()));
    }

    @Test
    void tellsOfSignInsOnNewDevicesAlone() {
        assertThat(world.letters("NEW_DEVICE", alice)).isEmpty();
        browser.signsOut();
        browser.signsIn(alice);
        assertThat(world.letters("NEW_DEVICE", alice)).isEmpty();

        world.visitor().signsIn(alice);

        assertThat(world.letters("NEW_DEVICE", alice)).hasSize(1);
        await().untilAsserted(() -> assertThat(
                        heard.all(SignedInFromNewDevice.class, event -> event.accountId() == alice.id()))
                .hasSize(1));
    }

    @Test
    void strangersWhoGuessDoNotShutOutTheOwner() {
        browser.signsOut();
        Visitor stranger = world.visitor();
        int status = 0;
        for (int i = 0; i < 8; i++) {
            status = stranger.signsIn(alice.email(), "guess " + i).status();
        }
        assertThat(status).isEqualTo(429);

        browser.signsIn(alice);
    }

    @Test
    void speaksArabicFromTheRight() {
        Answer page = browser.get("/auth/settings", "Accept-Language", "ar-EG,ar;q=0.9");

        assertThat(page.page().select("html").attr("dir")).isEqualTo("rtl");
        assertThat(page.page().select("html").attr("lang")).isEqualTo("ar");
        assertThat(page.page().select("h1").text()).isEqualTo("تسجيل الدخول والأمان");
        assertThat(browser.get("/auth/settings", "Accept-Language", "es")
                        .page()
                        .select("html")
                        .attr("dir"))
                .isEqualTo("ltr");
    }

    private Answer change(String what, Map<String, String> filled) {
        return submit(browser.get("/auth/settings"), what, filled);
    }

    private Answer submit(Answer page, String action, Map<String, String> filled) {
        List<String> actions = page.page().select("form").eachAttr("action");
        return browser.submit(page, actions.indexOf(actionLike(page, action)), filled);
    }

    private static String actionLike(Answer page, String part) {
        return page.page().select("form").eachAttr("action").stream()
                .filter(action -> action.contains(part) && !action.endsWith("end_others"))
                .findFirst()
                .orElseThrow();
    }

    private static String present(String email) {
        return "At present: " + email;
    }

    private void agree(String link) {
        assertThat(world.visitor().agreesBy(link).status()).isEqualTo(200);
    }

    private List<SessionsRevoked> revocations() {
        return heard.all(
                SessionsRevoked.class, event -> Long.valueOf(alice.id()).equals(event.accountId()));
    }
}
