package io.microblog.notification.mailing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.microblog.kit.loop.BackgroundLoop;
import io.microblog.local.sandbox.http.Fault;
import io.microblog.notification.MailSandbox;
import io.microblog.notification.NotificationServiceProcess;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.World;
import io.microblog.notification.announcement.Announcer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.microblog.notification.announcement.Announcer.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * An instance that mails an announcement is killed at some moment while the provider fails, and another one ends what it
 * began: everybody has the mail once.
 */
@NotificationServiceTest
class KilledMailingIntegrationTests {

    private static final int READERS = 200;
    private static final int BATCH = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Autowired
    private World world;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    /** Of the instance in this process, which rests until the other one is dead. */
    @Autowired
    @Qualifier("broadcastMail")
    private BackgroundLoop sending;

    @Autowired
    @Qualifier("furtherBroadcastMail")
    private BackgroundLoop sendingToo;

    @Autowired
    @Qualifier("thirdBroadcastMail")
    private BackgroundLoop sendingLast;

    @Autowired
    private MailingLoop asking;

    private Announcer admin;

    @BeforeEach
    void leaveItToTheOther() {
        admin = Announcer.admin(world.newcomer("admin"));
        world.settleWithMail();
        sending.stop();
        sendingToo.stop();
        sendingLast.stop();
        asking.stop();
    }

    @AfterEach
    void heal() {
        MailSandbox.get().heal();
        resume();
        jdbc.sql("DELETE FROM announcement").update();
    }

    /** Each with readers of a language of their own. */
    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("da", Fault.status500().times(2)),
                arguments("nb", Fault.timeout().times(1)),
                arguments("cs", Fault.status429(Duration.ofSeconds(1)).times(2)),
                arguments("hu", Fault.partial().times(1)),
                arguments("ro", Fault.lostReply().times(2)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void mailsEverybodyOnce(String language, Fault fault) throws Exception {
        List<Person> readers = IntStream.range(0, READERS)
                .mapToObj(_ -> world.stranger("reader", "Reader", language))
                .toList();
        int moment = ThreadLocalRandom.current().nextInt(1, READERS + 1);
        String id;
        try (var mailer = NotificationServiceProcess.startWithoutEvents(
                context, Map.of("microblog.mail.delivery.broadcast-batch-size", String.valueOf(BATCH)))) {
            MailSandbox.get().fail(fault);
            id = admin.announces(Map.of("texts", says("News"), "target", Map.of("language", language), "mail", true));
            await().pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).until(() -> triedMails(id) >= moment);
            mailer.kill();
        }
        resume();
        await().atMost(PATIENCE)
                .until(() -> admin.reads("/" + id + "/mail")
                        .body()
                        .path("state")
                        .asString()
                        .equals("done"));

        assertThat(readers).as("killed at mail %d", moment).allSatisfy(reader -> {
            assertThat(world.deliveriesTo(reader)).hasSize(1);
            assertThat(world.mailOf(reader)).hasSize(world.deliveriesTo(reader).contains("SENT") ? 1 : 0);
        });
        // What the provider refused by itself, at most every second one of the batch that it spoiled.
        assertThat(mails(id, "state <> 'SENT'"))
                .isLessThanOrEqualTo(fault.kind() == Fault.Kind.PARTIAL ? BATCH / 2 : 0);
        if (fault.kind() == Fault.Kind.LOST_REPLY) {
            assertThat(mails(id, "cause = 'Found at the provider' AND attempts = 1"))
                    .isGreaterThanOrEqualTo(BATCH);
        }
    }

    private void resume() {
        sending.start();
        sendingToo.start();
        sendingLast.start();
        asking.start();
    }

    /** Those on their way included. */
    private long triedMails(String announcement) {
        return mails(announcement, "attempts > 0")
                + world.count("SELECT coalesce(sum(cardinality(recipient_ids)), 0) FROM mailing_batch"
                        + " WHERE held_until IS NOT NULL AND announcement_id = " + announcement);
    }

    private long mails(String announcement, String condition) {
        return world.count(
                "SELECT count(*) FROM delivery WHERE announcement_id = " + announcement + " AND " + condition);
    }
}
