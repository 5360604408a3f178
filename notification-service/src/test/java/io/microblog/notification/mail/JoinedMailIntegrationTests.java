package io.microblog.notification.mail;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.microblog.kit.id.IdGenerator;
import io.microblog.local.sandbox.http.Fault;
import io.microblog.notification.MailSandbox;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.PostDraft;
import io.microblog.notification.World;
import io.microblog.notification.mail.MailRequests.News;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens within some minutes is told in one mail. */
@NotificationServiceTest
class JoinedMailIntegrationTests {

    private static final int LIMIT = 3;

    @Autowired
    private World world;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdGenerator ids;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    private MailRequests patient;
    private Person alice;
    private Person bob;
    private Person carol;
    private PostDraft post;

    /** Two have boosted a post before its author chose to be mailed of it. */
    @BeforeEach
    void people() {
        patient = new MailRequests(jdbc, ids, events, LIMIT, Duration.ofMinutes(2));
        alice = world.newcomer("alice");
        bob = world.newcomer("bob");
        carol = world.newcomer("carol");
        post = alice.writes("My cat").publish();
        world.happens(post.boostedBy(bob), post.boostedBy(carol));
        world.settle();
        alice.sends(MockMvcRequestBuilders.put("/api/v1/mail/preferences")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"kinds\": {\"reblog\": \"at_once\"}}"));
    }

    @AfterEach
    void heal() {
        MailSandbox.get().heal();
    }

    @Test
    void waitsForWhatBelongsTogether() {
        asks(bob);
        asks(carol);
        assertThat(world.count("SELECT count(*) FROM delivery WHERE state = 'WAITING' AND attempts = 0"
                        + " AND due_at > now() + interval '1 minute' AND recipient_id = " + alice.id()))
                .isEqualTo(2);
        firstIsDue();
        world.settleWithMail();

        assertThat(world.mailOf(alice)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Boosts of your posts: 2");
            assertThat(mail.textBody())
                    .contains("Boosted by BOB (@" + bob.username() + ") and CAROL (@" + carol.username() + "):")
                    .containsOnlyOnce("> My cat");
        });
        assertThat(world.deliveriesTo(alice)).containsExactly("SENT", "SENT");
        assertThat(leads()).isEqualTo(1);
    }

    @Test
    void settlesTogetherWhatAMailToldWhoseReplyWasLost() {
        asks(bob);
        asks(carol);
        MailSandbox.get().fail(Fault.lostReply().times(1));
        firstIsDue();
        world.settleWithMail();

        assertThat(world.mailOf(alice)).hasSize(1);
        assertThat(world.deliveriesTo(alice)).containsExactly("SENT", "SENT");
        assertThat(world.count("SELECT count(*) FROM delivery WHERE attempts = 1 AND recipient_id = " + alice.id()))
                .isEqualTo(2);
    }

    @Test
    void leavesOutWhatIsTakenBackMeanwhile() {
        asks(bob);
        asks(carol);
        world.happens(post.unboostedBy(bob));
        world.settle();
        firstIsDue();
        world.settleWithMail();

        assertThat(world.mailOf(alice))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.subject()).isEqualTo("CAROL (@" + carol.username() + ") boosted your post"));
        assertThat(world.deliveriesTo(alice)).containsExactly("SKIPPED", "SENT");
    }

    @Test
    void countsMailsAndNotWhatTheyTell() {
        for (int i = 0; i < LIMIT; i++) {
            asks(bob);
            asks(carol);
            firstIsDue();
            world.settleWithMail();
        }
        assertThat(world.mailOf(alice)).hasSize(LIMIT);
        asks(bob);
        assertThat(world.deliveriesTo(alice)).hasSize(2 * LIMIT);
    }

    private void asks(Person booster) {
        long notification = world.count("SELECT id FROM notification WHERE type = 'reblog' AND recipient_id = "
                + alice.id() + " AND from_id = " + booster.id());
        transactions.executeWithoutResult(_ -> patient.request(
                new News(UUID.randomUUID(), Template.REBLOG, booster.id(), post.id(), post.id()),
                Map.of(alice.id(), notification)));
    }

    private void firstIsDue() {
        world.change("UPDATE delivery SET due_at = now() WHERE id = (SELECT min(id) FROM delivery"
                + " WHERE state = 'WAITING' AND recipient_id = " + alice.id() + ")");
    }

    private long leads() {
        return world.count("SELECT count(*) FROM delivery WHERE lead_id IS NOT NULL AND recipient_id = " + alice.id());
    }
}
