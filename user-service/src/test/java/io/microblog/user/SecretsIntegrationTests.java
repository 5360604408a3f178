package io.microblog.user;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import io.microblog.event.Event;
import io.microblog.event.EventJson;
import io.microblog.event.SecurityEvent.PasswordResetRequested;
import io.microblog.user.Browser.Answer;
import io.microblog.user.World.App;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What somebody gets hold of who has the database, the log and the events: nothing to sign in with. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class SecretsIntegrationTests {

    @Autowired
    World world;

    @Autowired
    Heard heard;

    @Autowired
    JdbcClient jdbc;

    @Test
    void areInNoTableNoEventAndNoLog(CapturedOutput log) {
        Person alice = world.aPerson("alice");
        App app = world.anApp("read", World.OUT_OF_BAND);
        Visitor browser = world.visitor();
        browser.signsIn(alice.email(), "typed too fast");
        browser.signsIn(alice);
        String cookie = browser.cookie("microblog_session");
        browser.forgetsThePasswordOf(alice.email());
        String reset = world.linkIn("PASSWORD_RESET", alice);
        Answer form = world.browser().get(reset);
        assertThat(form.header("Referrer-Policy")).isEqualTo("same-origin");
        world.browser().get("/auth/password/edit?reset_password_token=" + reset.replaceFirst(".*=", "") + "x");
        world.exchange("bearer", alice.accessToken() + "x");

        await().until(() -> !heard.all(PasswordResetRequested.class, event -> event.accountId() == alice.id())
                .isEmpty());
        List<String> secrets = List.of(
                World.PASSWORD,
                "typed too fast",
                alice.accessToken(),
                app.secret(),
                cookie,
                reset.substring(reset.indexOf('=') + 1));
        assertThat(secrets).noneMatch(String::isBlank);
        assertThat(database()).contains(alice.username()).doesNotContain(secrets);
        assertThat(events()).contains(alice.username()).doesNotContain(secrets).doesNotContain(alice.email());
        assertThat(log.getAll()).doesNotContain(secrets).doesNotContain(alice.email());
    }

    private String database() {
        return jdbc
                .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
                        + " AND table_type = 'BASE TABLE'")
                .query(String.class)
                .list()
                .stream()
                .flatMap(table ->
                        jdbc.sql("SELECT t::text FROM \"" + table + "\" t").query(String.class).list().stream())
                .collect(Collectors.joining("\n"));
    }

    private String events() {
        return heard.all(Event.class, event -> true).stream()
                .map(event -> new String(EventJson.write(event), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }
}
