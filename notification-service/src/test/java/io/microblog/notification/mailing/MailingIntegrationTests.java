package io.microblog.notification.mailing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.microblog.local.sandbox.http.Fault;
import io.microblog.local.sandbox.postmark.SentMessage;
import io.microblog.notification.MailSandbox;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.World;
import io.microblog.notification.announcement.Announcer;
import io.microblog.notification.mail.queue.MailingBatches;
import io.microblog.notification.preference.MailKind;
import io.microblog.notification.preference.UnsubscribeLinks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import static io.microblog.notification.announcement.Announcer.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Announcements by mail, through Postmark's sandbox. Each is for the readers of a language of its own, so that those of
 * other tests get none.
 */
@NotificationServiceTest
class MailingIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired
    private World world;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UnsubscribeLinks links;

    @Autowired
    private MailingLoop loop;

    @Autowired
    private MailingBatches batches;

    @Autowired
    private TransactionTemplate transaction;

    private Announcer admin;

    @BeforeEach
    void people() {
        admin = Announcer.admin(world.newcomer("admin"));
        world.settleWithMail();
    }

    @AfterEach
    void heal() {
        MailSandbox.get().heal();
        jdbc.sql("DELETE FROM announcement").update();
    }

    @Test
    void mailsEverybodyWhomItIsForOnceInTheirLanguage() {
        List<Person> readers = readers("es", 3);
        Person stopped = readers.getLast();
        stop(stopped);
        Person english = world.newcomer("english");

        String id = admin.announces(Map.of(
                "main_language",
                "en",
                "texts",
                List.of(
                        Map.of("language", "en", "text", "We move"),
                        Map.of("language", "es", "text", "Nos **mudamos** el domingo")),
                "target",
                Map.of("language", "es"),
                "mail",
                true));
        finished(id);

        SentMessage mail = world.mailOf(readers.getFirst()).getFirst();
        assertThat(world.mailOf(readers.getFirst())).hasSize(1);
        assertThat(mail.messageStream()).isEqualTo("broadcast");
        assertThat(mail.subject()).isEqualTo("Microblog: Nos mudamos el domingo");
        assertThat(mail.htmlBody()).contains("<strong>mudamos</strong>");
        assertThat(mail.tag()).isEqualTo("announcement");
        assertThat(mail.headers().toString())
                .contains("List-Unsubscribe", "One-Click", readers.getFirst().id() + ".announcement.");
        assertThat(world.mailOf(stopped)).isEmpty();
        assertThat(world.mailOf(english)).isEmpty();

        // Another change of it mails nobody again.
        admin.sends(
                org.springframework.http.HttpMethod.PUT,
                "/" + id,
                Map.of("texts", says("We move"), "target", Map.of("language", "es"), "mail", true));
        world.settleWithMail();
        assertThat(world.mailOf(readers.getFirst())).hasSize(1);
        assertThat(admin.reads("/" + id + "/acts").each("act"))
                .containsExactly("changed", "mailed", "published", "created");
    }

    @Test
    void sendsManyInAsFewCallsAsCanBe() {
        List<Person> readers = strangers("fr", 1030);
        long before = MailSandbox.get().calls();

        String id = admin.announces(mailed("fr"));
        finished(id);

        long expected = (progress(id).path("sent").asLong() + 499) / 500;
        assertThat(MailSandbox.get().calls() - before).isEqualTo(expected);
        assertThat(progress(id).path("sent").asLong()).isGreaterThanOrEqualTo(1030);
        assertThat(progress(id).path("left").asLong()).isZero();
        assertThat(readers)
                .allSatisfy(reader -> assertThat(world.mailOf(reader)).hasSize(1));
    }

    @Test
    void waitsWhileItIsPausedAndGoesOn() {
        List<Person> readers = strangers("it", 20);
        String id = pausedAmongReadersOf("it");
        assertThat(progress(id).path("state").asString()).isEqualTo("paused");
        assertThat(admin.posts("/" + id + "/mail/pause").status()).isEqualTo(422);
        await().during(Duration.ofSeconds(2))
                .until(() -> progress(id).path("sent").asInt() == 0);

        assertThat(admin.posts("/" + id + "/mail/resume").body().path("state").asString())
                .isEqualTo("running");
        finished(id);
        assertThat(readers)
                .allSatisfy(reader -> assertThat(world.mailOf(reader)).hasSize(1));
        assertThat(admin.reads("/" + id + "/acts").each("act"))
                .containsExactly("mail_resumed", "mail_paused", "mailed", "published", "created");
    }

    @Test
    void sendsNothingMoreOnceItIsWithdrawn() {
        List<Person> readers = strangers("pt", 20);
        String id = pausedAmongReadersOf("pt");

        admin.posts("/" + id + "/mail/withdraw");
        await().atMost(PATIENCE).until(() -> !progress(id).path("finished_at").isNull());

        assertThat(progress(id).path("state").asString()).isEqualTo("withdrawn");
        assertThat(progress(id).path("skipped").asInt()).isGreaterThanOrEqualTo(20);
        assertThat(readers)
                .allSatisfy(reader -> assertThat(world.mailOf(reader)).isEmpty());
        assertThat(admin.posts("/" + id + "/mail/withdraw").status()).isEqualTo(422);
        assertThat(admin.posts("/" + id + "/mail/resume").status()).isEqualTo(422);
    }

    @Test
    void sendsNothingMoreOnceItIsTakenBack() {
        List<Person> readers = strangers("nl", 20);
        String id = pausedAmongReadersOf("nl");

        admin.posts("/" + id + "/unpublish");
        await().atMost(PATIENCE).until(() -> !progress(id).path("finished_at").isNull());

        assertThat(readers)
                .allSatisfy(reader -> assertThat(world.mailOf(reader)).isEmpty());
    }

    @Test
    void doublesNothingWhereAnAnswerWasLost() {
        List<Person> readers = strangers("sv", 30);
        MailSandbox.get()
                .fail(Fault.lostReply().times(1).matching(readers.getFirst().email()));

        String id = admin.announces(mailed("sv"));
        finished(id);

        assertThat(readers)
                .allSatisfy(reader -> assertThat(world.mailOf(reader)).hasSize(1));
    }

    @Test
    void goesOnWhereAPageWasLeft() {
        List<Person> readers = strangers("pl", 30);
        String id = admin.writes(mailed("pl"));
        // Published by an instance that died when it had asked for the mails of a part.
        jdbc.sql("UPDATE announcement SET state = 'PUBLISHED', published_at = now() WHERE id = " + id)
                .update();
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("INSERT INTO mailing (announcement_id, after_id) VALUES (:id, :after)")
                    .param("id", Long.valueOf(id))
                    .param("after", readers.get(14).id())
                    .update();
            batches.add(
                    Long.parseLong(id),
                    readers.subList(0, 15).stream().map(Person::id).toList());
        });
        loop.wake();
        finished(id);

        assertThat(readers)
                .allSatisfy(reader -> assertThat(world.mailOf(reader)).hasSize(1));
    }

    @Test
    void failsNobodyForAnothersAddress() {
        List<Person> readers = strangers("fi", 5);
        MailSandbox.get().suppress(readers.get(2).email());

        String id = admin.announces(mailed("fi"));
        finished(id);

        assertThat(progress(id).path("failed").asInt()).isEqualTo(1);
        assertThat(world.mailOf(readers.get(1))).hasSize(1);
        assertThat(world.mailOf(readers.get(2))).isEmpty();
        assertThat(admin.reads("/" + admin.writes(mailed("fi")) + "/mail").status())
                .isEqualTo(404);
    }

    /** An announcement whose mails were begun in vain, and then stopped; none of them is on its way. */
    private String pausedAmongReadersOf(String language) {
        MailSandbox.get().fail(Fault.status500());
        String id = admin.announces(mailed(language));
        await().atMost(PATIENCE).until(() -> progress(id).path("left").asInt() >= 20);
        admin.posts("/" + id + "/mail/pause");
        await().atMost(PATIENCE)
                .until(() -> world.count("SELECT count(*) FROM owed_mail WHERE announcement_id = " + id
                                + " AND state <> 'WAITING'")
                        == 0);
        MailSandbox.get().heal();
        return id;
    }

    private static Map<String, ?> mailed(String language) {
        return Map.of("texts", says("News"), "target", Map.of("language", language), "mail", true);
    }

    private JsonNode progress(String id) {
        return admin.reads("/" + id + "/mail").body();
    }

    private void finished(String id) {
        await().atMost(PATIENCE)
                .until(() -> progress(id).path("state").asString().equals("done"));
    }

    private List<Person> readers(String language, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> world.newcomer("reader", language))
                .toList();
    }

    /** People of whom no event has told yet. */
    private List<Person> strangers(String language, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> world.stranger("reader", "Reader", language))
                .toList();
    }

    private void stop(Person person) {
        world.run(MockMvcRequestBuilders.post(java.net.URI.create(links.of(person.id(), MailKind.ANNOUNCEMENT)))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("List-Unsubscribe", "One-Click"));
    }
}
