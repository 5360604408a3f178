package io.microblog.notification.mail.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.microblog.local.sandbox.http.Fault;
import io.microblog.local.sandbox.postmark.SentMessage;
import io.microblog.notification.MailSandbox;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.World;
import io.microblog.notification.mail.Lane;
import io.microblog.notification.mail.Template;
import io.microblog.notification.mail.budget.MailBudget;
import io.microblog.notification.mail.compose.MailWriter;
import io.microblog.notification.mail.provider.Mail;
import io.microblog.notification.mail.provider.Mailer;
import io.microblog.notification.mail.provider.MessageStream;
import io.microblog.notification.mail.provider.Outcome;
import io.microblog.notification.mail.provider.Outcome.Accepted;
import io.microblog.notification.mail.provider.Outcome.Alone;
import io.microblog.notification.mail.provider.Outcome.Refused;
import io.microblog.notification.mail.suppression.Suppressions;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the provider does wrong, and what dies in between. Every mail arrives, and none twice. */
@NotificationServiceTest
class DeliveryFaultsIntegrationTests {

    private static final String LINK = "http://localhost:8080/auth/confirmation?confirmation_token=same";

    @Autowired
    private World world;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Mailer mailer;

    @Autowired
    private MailQueue deliveries;

    @Autowired
    private MailingBatches batches;

    @Autowired
    private DeliveryWorker worker;

    @Autowired
    private MailWriter writer;

    @Autowired
    private DeliveryProperties properties;

    @Autowired
    private DeliveryMetrics metrics;

    @Autowired
    private Suppressions suppressions;

    @Autowired
    private MailBudget budget;

    @Autowired
    private MeterRegistry meters;

    private Person alice;
    private Person bob;

    @BeforeEach
    void people() {
        alice = world.newcomer("alice");
        bob = world.newcomer("bob");
        world.settleWithMail();
    }

    @AfterEach
    void heal() {
        MailSandbox.get().heal();
    }

    @Test
    void triesAgainAfterAServerError() {
        MailSandbox.get().fail(Fault.status500().times(2));
        bob.follows(alice);
        world.settleWithMail();

        assertThat(world.mailOf(alice)).hasSize(1);
        assertThat(world.count("SELECT attempts FROM delivery WHERE recipient_id = " + alice.id()))
                .isEqualTo(3);
    }

    @Test
    void waitsAsLongAsPostmarkAsks() {
        MailSandbox.get().fail(Fault.status429(Duration.ofSeconds(2)).times(1));
        long before = MailSandbox.get().calls();
        bob.follows(alice);
        world.settleWithMail();

        assertThat(world.mailOf(alice)).hasSize(1);
        assertThat(MailSandbox.get().calls() - before).isEqualTo(2);
        assertThat(world.count("SELECT (extract(epoch FROM updated_at - created_at) * 1000)::bigint FROM delivery"
                        + " WHERE recipient_id = " + alice.id()))
                .isGreaterThanOrEqualTo(2_000);
    }

    @Test
    void sendsAgainWhatATimeOutSwallowed() {
        MailSandbox.get().fail(Fault.timeout().times(1));
        bob.follows(alice);
        world.settleWithMail();

        assertThat(world.mailOf(alice)).hasSize(1);
        assertThat(world.count("SELECT attempts FROM delivery WHERE recipient_id = " + alice.id()))
                .isEqualTo(2);
    }

    @Test
    void findsAtPostmarkWhatALostAnswerHid() {
        MailSandbox.get().fail(Fault.lostReply().times(1));
        bob.follows(alice);
        world.settle();
        await().until(() -> world.deliveriesTo(alice).equals(List.of("UNKNOWN")));
        world.settleWithMail();

        assertThat(world.mailOf(alice)).hasSize(1);
        assertThat(world.deliveriesTo(alice)).containsExactly("SENT");
        assertThat(world.count("SELECT attempts FROM delivery WHERE recipient_id = " + alice.id()))
                .isEqualTo(1);
    }

    @Test
    void asksAgainWhileTheSearchFails() {
        MailSandbox.get().fail(Fault.lostReply().times(1));
        bob.follows(alice);
        world.settle();
        await().until(() -> world.deliveriesTo(alice).equals(List.of("UNKNOWN")));
        MailSandbox.get().fail(Fault.status500().everywhere().times(1));
        world.settleWithMail();

        assertThat(world.mailOf(alice)).hasSize(1);
        assertThat(world.deliveriesTo(alice)).containsExactly("SENT");
    }

    @Test
    void doesNotTrustAGarbledAnswer() {
        MailSandbox.get().fail(Fault.garbage().times(1));
        bob.follows(alice);
        world.settleWithMail();

        assertThat(world.mailOf(alice)).hasSize(1);
    }

    @Test
    void givesUpOnlyTheItemsThatABatchRefuses() {
        List<Person> readers = newcomers(6);
        MailSandbox.get().fail(Fault.partial().times(1));
        long before = MailSandbox.get().calls();
        oweFollowMails(readers);
        world.settleWithMail();

        assertThat(readers.stream().flatMap(reader -> world.deliveriesTo(reader).stream()))
                .containsExactlyInAnyOrder("SENT", "SENT", "SENT", "FAILED", "FAILED", "FAILED");
        assertThat(readers)
                .allSatisfy(reader -> assertThat(world.mailOf(reader))
                        .hasSize(world.deliveriesTo(reader).contains("SENT") ? 1 : 0));
        assertThat(MailSandbox.get().calls() - before).isEqualTo(1);
    }

    @Test
    void sendsNoMailOfARefusedBatchThatAnotherInstanceHasTakenMeanwhile() {
        List<Person> readers = newcomers(3);
        var sent = new ArrayList<Mail>();
        deliverOneByOne(readers, (batch, mail) -> {
            sent.add(mail);
            jdbc.sql("UPDATE delivery SET batch_id = :other WHERE batch_id = :batch AND id <> :id")
                    .param("other", UUID.randomUUID())
                    .param("batch", batch)
                    .param("id", mail.deliveryId())
                    .update();
            return new Accepted("taken");
        });

        assertThat(sent).hasSize(1);
    }

    @Test
    void sendsTheOthersOfABatchThatIsRefusedForOneMail() {
        List<Person> readers = newcomers(3);
        String faulty = readers.get(1).email();

        List<String> states = deliverOneByOne(
                readers, (batch, mail) -> mail.to().equals(faulty) ? new Refused("422", false) : new Accepted("taken"));

        assertThat(states).containsExactly("SENT", "FAILED", "SENT");
    }

    /** The states in which a provider leaves the readers' mails that takes no batch. */
    private List<String> deliverOneByOne(List<Person> readers, BiFunction<UUID, Mail, Outcome> single) {
        var provider = new Provider(new OneByOne(single), CircuitBreakerRegistry.ofDefaults());
        return requireNonNull(transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            readers.forEach(reader -> owe(reader, Template.FOLLOW, UUID.randomUUID(), "WAITING", null, Duration.ZERO));
            new DeliveryWorker(deliveries, batches, writer, provider, properties, metrics, suppressions, budget)
                    .deliver(Lane.NOTIFICATION);
            return readers.stream()
                    .flatMap(reader -> world.deliveriesTo(reader).stream())
                    .toList();
        }));
    }

    private record OneByOne(BiFunction<UUID, Mail, Outcome> single) implements Mailer {

        @Override
        public List<Outcome> send(UUID batch, List<Mail> mails) {
            return mails.stream()
                    .map(mail -> mails.size() > 1 ? new Alone("One is at fault") : single.apply(batch, mail))
                    .toList();
        }

        @Override
        public Set<Long> accepted(UUID batch, MessageStream stream) {
            return Set.of();
        }

        @Override
        public boolean reactivate(String address, MessageStream stream) {
            return false;
        }
    }

    @Test
    void givesUpOnAnAddressThatPostmarkRefuses() {
        MailSandbox.get().suppress(alice.email());
        bob.follows(alice);
        world.settleWithMail();

        assertThat(world.deliveriesTo(alice)).containsExactly("FAILED");
        assertThat(jdbc.sql("SELECT cause FROM delivery WHERE recipient_id = :id")
                        .param("id", alice.id())
                        .query(String.class)
                        .single())
                .contains("406")
                .doesNotContain("@");
    }

    @Test
    void survivesAnOutageOfTheProvider() {
        List<Person> readers = newcomers(12);
        MailSandbox.get().fail(Fault.status500());
        readers.forEach(bob::follows);
        world.settle();
        await().until(() ->
                world.count("SELECT count(*) FROM delivery WHERE state = 'WAITING' AND attempts > 1") >= 12);
        assertThat(readers.getFirst().notifications().ids()).hasSize(1);
        await().until(() -> gauge("microblog.mail.backlog") >= 12 && gauge("microblog.mail.oldest") > 0);
        MailSandbox.get().heal();
        world.settleWithMail();

        assertThat(readers)
                .allSatisfy(reader -> assertThat(world.mailOf(reader)).hasSize(1));
    }

    @Test
    void doesNotRepeatWhatADeadSenderHadHandedOver() {
        UUID batch = UUID.randomUUID();
        long id = leftBehind(alice, Template.FOLLOW, UUID.randomUUID(), batch);
        mailer.send(
                batch, List.of(new Mail(id, alice.email(), "Handed over", "text", "<p>html</p>", "follow", Map.of())));
        world.settleWithMail();

        assertThat(world.mailOf(alice)).extracting(SentMessage::subject).containsExactly("Handed over");
        assertThat(world.deliveriesTo(alice)).containsExactly("SENT");
    }

    @Test
    void sendsWhatADeadSenderHadNotHandedOver() {
        leftBehind(alice, Template.FOLLOW, UUID.randomUUID(), UUID.randomUUID());
        world.settleWithMail();

        assertThat(world.mailOf(alice)).hasSize(1);
        assertThat(world.deliveriesTo(alice)).containsExactly("SENT");
    }

    @Test
    void repeatsASecurityMailRatherThanWait() {
        String address = "hurry." + world.newId() + "@example.org";
        MailSandbox.get().fail(Fault.lostReply().times(1).matching(address));
        world.signsUp(world.newId(), address, "en", LINK);
        world.settle();
        await().atMost(Duration.ofSeconds(2))
                .until(() -> MailSandbox.get().messagesTo(address).size() == 2);
        world.settleWithMail();

        assertThat(MailSandbox.get().messagesTo(address))
                .allSatisfy(mail -> assertThat(mail.links()).startsWith(LINK));
    }

    @Test
    void doesNotHoldUpSecurityMailsBehindNews() {
        String address = "first." + world.newId() + "@example.org";
        MailSandbox.get().fail(Fault.timeout().times(1).matching(alice.email()));
        bob.follows(alice);
        world.signsUp(world.newId(), address, "en", LINK);
        await().until(() -> MailSandbox.get().messagesTo(address).size() == 1);

        assertThat(world.mailOf(alice)).isEmpty();
        world.settleWithMail();
        assertThat(world.mailOf(alice)).hasSize(1);
    }

    @Test
    void givesUpAfterADay() {
        MailSandbox.get().fail(Fault.status500());
        long id = owe(alice, Template.FOLLOW, UUID.randomUUID(), "WAITING", null, Duration.ofHours(25));
        await().until(() -> world.deliveriesTo(alice).equals(List.of("FAILED")));

        assertThat(world.count("SELECT attempts FROM delivery WHERE id = " + id))
                .isEqualTo(1);
    }

    @Test
    void sharesTheWorkAmongInstances() {
        List<Person> readers = newcomers(40);
        oweFollowMails(readers);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream.generate(() -> CompletableFuture.runAsync(() -> worker.deliver(Lane.NOTIFICATION), threads))
                    .limit(6)
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        world.settleWithMail();

        assertThat(readers)
                .allSatisfy(reader -> assertThat(world.mailOf(reader)).hasSize(1));
    }

    @Test
    void notesWhatBecameOfABatchInOneStatement() {
        List<Person> readers = newcomers(40);
        oweFollowMails(readers);
        world.settleWithMail();

        String batches = "SELECT batch_id FROM delivery WHERE state = 'SENT' AND recipient_id IN ("
                + readers.stream().map(reader -> Long.toString(reader.id())).collect(Collectors.joining(", "))
                + ") GROUP BY batch_id HAVING count(*) > 1";
        assertThat(world.count("SELECT count(*) FROM (" + batches + ") b")).isPositive();
        assertThat(world.count("SELECT count(*) FROM (" + batches + " AND count(DISTINCT updated_at) > 1) b"))
                .isZero();
    }

    @Test
    void ignoresWhoWasAwayForTooLong() {
        UUID late = UUID.randomUUID();
        long id = owe(alice, Template.FOLLOW, UUID.randomUUID(), "SENDING", UUID.randomUUID(), Duration.ZERO);

        assertThat(deliveries.renew(Lane.NOTIFICATION, late, Map.of())).isEmpty();
        assertThat(deliveries.settle(late, Map.of(id, Result.failed("late")))).isEmpty();
        assertThat(deliveries.settle(late, Map.of(id, Result.unknown("late", Duration.ZERO))))
                .isEmpty();
        assertThat(deliveries.settle(late, Map.of(id, Result.waiting("late", Duration.ZERO))))
                .isEmpty();
        assertThat(world.deliveriesTo(alice)).containsExactly("SENDING");
        world.settleWithMail();
    }

    @Test
    void forgetsWhatEndedLongAgo() {
        long id = owe(alice, Template.FOLLOW, UUID.randomUUID(), "SENT", null, Duration.ofDays(40));
        jdbc.sql("UPDATE delivery SET updated_at = created_at WHERE id = :id")
                .param("id", id)
                .update();
        bob.follows(alice);
        world.settleWithMail();
        deliveries.forget();

        assertThat(world.deliveriesTo(alice)).containsExactly("SENT");
        assertThat(world.count("SELECT count(*) FROM delivery WHERE id = " + id))
                .isZero();
    }

    private double gauge(String name) {
        return meters.get(name).tag("lane", "NOTIFICATION").gauge().value();
    }

    private List<Person> newcomers(int count) {
        return IntStream.range(0, count).mapToObj(i -> world.newcomer("reader")).toList();
    }

    /** All in one transaction, so that they become due together. */
    private void oweFollowMails(List<Person> readers) {
        transactions.executeWithoutResult(transaction -> readers.forEach(
                reader -> owe(reader, Template.FOLLOW, UUID.randomUUID(), "WAITING", null, Duration.ZERO)));
    }

    /** A mail whose sender died in the middle of sending it. */
    private long leftBehind(Person recipient, Template template, UUID event, UUID batch) {
        return owe(recipient, template, event, "SENDING", batch, Duration.ZERO);
    }

    private long owe(
            Person recipient,
            Template template,
            UUID event,
            String state,
            @org.jspecify.annotations.Nullable UUID batch,
            Duration age) {
        long id = world.newId();
        jdbc.sql("""
                        INSERT INTO delivery (id, event_id, recipient_id, template, lane, actor_id, state, batch_id, due_at,
                            created_at)
                        VALUES (:id, :event, :recipient, :template, :lane, :actor, :state, :batch,
                            now() + CASE WHEN :state = 'SENDING' THEN interval '1 s' ELSE interval '0 s' END,
                            now() - :age * interval '1 s')
                        """)
                .param("id", id)
                .param("event", event)
                .param("recipient", recipient.id())
                .param("template", template.name())
                .param("lane", template.lane().name())
                .param("actor", bob.id())
                .param("state", state)
                .param("batch", batch, java.sql.Types.OTHER)
                .param("age", age.toSeconds())
                .update();
        return id;
    }
}
