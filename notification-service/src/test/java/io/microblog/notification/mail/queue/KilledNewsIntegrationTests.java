package io.microblog.notification.mail.queue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.microblog.local.sandbox.http.Fault;
import io.microblog.notification.MailSandbox;
import io.microblog.notification.NotificationServiceProcess;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.World;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances tell people of what happened to them, while one of them is killed and started again and the provider
 * fails in all its ways: everybody finds each event once, and has one mail of each.
 *
 * <p>Ten thousand events: {@code -Dnews.events=10000}; other moments: {@code -Dnews.seed=7}.
 */
@NotificationServiceTest
class KilledNewsIntegrationTests {

    private static final int EVENTS = Integer.getInteger("news.events", 1_000);
    private static final int KILLS = EVENTS < 5_000 ? 2 : 5;

    /** Below what one person gets in a day. */
    private static final int EACH = 20;

    /** One reader of ten, to whom the provider delivers nothing more once it has refused a mail of a batch. */
    private static final String REFUSED = "refused";

    private static final int EVENTS_BETWEEN_FAULTS = 50;
    private static final List<Fault> FAULTS = List.of(
            Fault.status500().times(2),
            Fault.timeout().times(1),
            Fault.status429(Duration.ofSeconds(1)).times(1),
            Fault.partial().matching("^" + REFUSED).times(1),
            Fault.garbage().times(1),
            Fault.lostReply().times(2));

    @Autowired
    private World world;

    @Autowired
    private ApplicationContext context;

    private final Random random = new Random(Long.getLong("news.seed", System.nanoTime()));

    @AfterEach
    void heal() {
        MailSandbox.get().heal();
    }

    @Test
    void tellsOfEachEventOnce() throws Exception {
        List<Person> followers =
                IntStream.range(0, EACH).mapToObj(_ -> world.newcomer("fan")).toList();
        List<Person> readers = IntStream.range(0, EVENTS / EACH)
                .mapToObj(number -> world.newcomer(number % 10 == 0 ? REFUSED : "reader"))
                .toList();
        world.settleWithMail();
        int share = EACH / (KILLS + 1);
        for (int round = 0; round < KILLS; round++) {
            List<Person> of = followers.subList(round * share, (round + 1) * share);
            try (var other = NotificationServiceProcess.start(context, Map.of())) {
                long told = told(readers);
                int moment = random.nextInt(1, of.size() * readers.size());
                Thread happening = Thread.startVirtualThread(() -> follow(of, readers));
                soon().until(() -> told(readers) >= told + moment);
                other.kill();
                happening.join();
            }
        }
        follow(followers.subList(KILLS * share, EACH), readers);
        soon().until(() -> told(readers) == (long) EACH * readers.size());
        MailSandbox.get().heal();
        soon().until(() -> owed(readers) == 0);

        assertThat(readers).allSatisfy(reader -> {
            List<String> states = world.deliveriesTo(reader);
            assertThat(states).hasSize(EACH);
            assertThat(states)
                    .isSubsetOf(mayBeRefused(reader) ? List.of("SENT", "FAILED", "SKIPPED") : List.of("SENT"));
            assertThat(world.mailOf(reader)).hasSize(Collections.frequency(states, "SENT"));
        });
    }

    private void follow(List<Person> followers, List<Person> readers) {
        int sent = 0;
        for (Person reader : readers) {
            for (Person follower : followers) {
                if (sent++ % EVENTS_BETWEEN_FAULTS == 0) {
                    MailSandbox.get().fail(FAULTS.get(random.nextInt(FAULTS.size())));
                }
                world.happens(world.follow(follower, reader));
            }
        }
    }

    /** Of how many follows the readers find a notification. */
    private long told(List<Person> readers) {
        return world.count(
                "SELECT count(*) FROM notification WHERE type = 'follow' AND recipient_id IN " + ids(readers));
    }

    /** Of how many it is not known yet whether their mails went. */
    private long owed(List<Person> readers) {
        return world.count(
                "SELECT count(*) FROM delivery WHERE state IN ('WAITING', 'SENDING', 'UNKNOWN') AND recipient_id IN "
                        + ids(readers));
    }

    private static boolean mayBeRefused(Person reader) {
        return reader.username().startsWith(REFUSED);
    }

    private static String ids(List<Person> people) {
        return people.stream().map(person -> String.valueOf(person.id())).collect(Collectors.joining(",", "(", ")"));
    }

    private static ConditionFactory soon() {
        return Awaitility.await().pollInterval(Duration.ofMillis(100)).atMost(Duration.ofMinutes(5));
    }
}
