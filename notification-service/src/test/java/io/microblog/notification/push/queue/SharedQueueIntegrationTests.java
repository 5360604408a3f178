package io.microblog.notification.push.queue;

import java.time.Duration;

import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.World;
import io.microblog.notification.push.PushProperties;
import io.microblog.notification.push.Subscribed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two instances send what is owed: that of the service under test, and one of the test. */
@NotificationServiceTest
class SharedQueueIntegrationTests {

    private static final int POSTS = 20;

    @Autowired
    private World world;

    @Autowired
    private PushQueue queue;

    @Autowired
    private PushCourier courier;

    @Autowired
    private PushProperties properties;

    private PushLoop other;

    @BeforeEach
    void start() {
        other = new PushLoop(queue, courier, properties);
        other.start();
    }

    @AfterEach
    void stop() {
        other.stop();
    }

    @Test
    void sendEachPushOnce() {
        Person alice = world.newcomer("alice");
        Person bob = world.newcomer("bob");
        var phone = new Subscribed(alice).to("mention");
        var laptop = new Subscribed(alice).to("mention");

        for (int i = 0; i < POSTS; i++) {
            bob.writes("Number " + i).to(alice).publish();
        }
        world.settle();
        await().atMost(Duration.ofSeconds(30)).until(() -> world.count("SELECT count(*) FROM push") == 0);

        for (Subscribed device : new Subscribed[] {phone, laptop}) {
            assertThat(device.payloads())
                    .hasSize(POSTS)
                    .extracting(payload -> payload.path("body").asString())
                    .doesNotHaveDuplicates();
        }
    }

    /** Who took it up has died: it is due again when the hold ends. */
    @Test
    void sendWhatSomebodyElseTookUpAndLost() {
        Person alice = world.newcomer("alice");
        Person bob = world.newcomer("bob");
        var device = new Subscribed(alice).to("follow");
        bob.follows(alice);
        await().atMost(Duration.ofSeconds(15)).until(() -> device.payloads().size() == 1);

        world.change("""
                INSERT INTO push (notification_id, subscription_id, host, attempt, attempts, due_at)
                SELECT n.id, s.id, s.host, gen_random_uuid(), 1, now() + interval '1 s'
                FROM notification n JOIN push_subscription s ON s.account_id = n.recipient_id
                WHERE n.recipient_id = %d
                """.formatted(alice.id()));

        await().atMost(Duration.ofSeconds(15)).until(() -> device.payloads().size() == 2);
    }
}
