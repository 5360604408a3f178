package io.microblog.notification.mail.queue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.LongStream;

import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.World;
import io.microblog.notification.account.RecipientErased;
import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.Lane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mails that nobody has tried to send yet, and what it costs to look for them. All is rolled back, so that nobody else sees
 * it.
 */
@NotificationServiceTest
class MailingBatchesIntegrationTests {

    private static final long ANNOUNCEMENT = 7;

    /** After so many a connection keeps the plan of a statement. */
    private static final int LOOKS = 20;

    @Autowired
    private World world;

    @Autowired
    private MailingBatches batches;

    @Autowired
    private MailQueue mails;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void nothingElseWaits() {
        world.settleWithMail();
    }

    @Test
    void fillsCalls() {
        List<Integer> sizes = rolledBack(() -> {
            mailing("RUNNING", false);
            batches.add(ANNOUNCEMENT, people(1, 600));
            batches.add(ANNOUNCEMENT, people(601, 1030));
            return jdbc.sql("SELECT cardinality(recipient_ids) FROM mailing_batch ORDER BY 1 DESC")
                    .query(Integer.class)
                    .list();
        });

        assertThat(sizes).containsExactly(500, 500, 30);
    }

    @Test
    void takesUpWhatFillsACallUntilAllAreKnown() {
        List<Integer> sizes = rolledBack(() -> {
            mailing("RUNNING", false);
            batches.add(ANNOUNCEMENT, people(1, 530));
            int full = taken();
            int none = taken();
            mailing("RUNNING", true);
            return List.of(full, none, taken(), taken());
        });

        assertThat(sizes).containsExactly(500, 0, 30, 0);
    }

    @Test
    void restsWhileTheMailingIsPaused() {
        assertThat(rolledBack(() -> {
                    mailing("PAUSED", true);
                    batches.add(ANNOUNCEMENT, people(1, 3));
                    return taken();
                }))
                .isZero();
    }

    @Test
    void writesEachMailWithWhatBecameOfIt() {
        Map<Long, String> states = rolledBack(() -> {
            Hold hold = held(4);
            assertThat(hold.settle(Map.of(idOf(hold, 0), Result.skipped("not wanted"))))
                    .containsValues(DeliveryState.SKIPPED);
            assertThat(hold.renew(Map.of())).hasSize(3).doesNotContain(idOf(hold, 0));
            hold.settle(Map.of(
                    idOf(hold, 1), Result.sent("p-1", null),
                    idOf(hold, 2), Result.waiting("away", Duration.ofHours(1)),
                    idOf(hold, 3), Result.unknown("lost", Duration.ofHours(1))));
            assertThat(waiting()).isZero();
            return states();
        });

        assertThat(states)
                .containsExactlyInAnyOrderEntriesOf(Map.of(1L, "SKIPPED", 2L, "SENT", 3L, "WAITING", 4L, "UNKNOWN"));
    }

    @Test
    void asksAboutThoseWhoseSenderDied() {
        rolledBack(() -> {
            Hold hold = held(2);
            jdbc.sql("UPDATE mailing_batch SET held_until = now()").update();
            batches.leave();

            assertThat(states()).containsExactlyInAnyOrderEntriesOf(Map.of(1L, "UNKNOWN", 2L, "UNKNOWN"));
            assertThat(mails.claimLost(Lane.BROADCAST))
                    .extracting(MailQueue.Lost::batch)
                    .containsExactly(hold.batch(), hold.batch());
            // Who comes back holds nothing, and changes nothing.
            assertThat(hold.renew(Map.of())).isEmpty();
            assertThat(hold.settle(Map.of(idOf(hold, 0), Result.failed("late"), idOf(hold, 1), Result.failed("late"))))
                    .isEmpty();
            assertThat(states().values()).containsOnly("UNKNOWN");
            return "";
        });
    }

    @Test
    void triesNothingAgainThatWasWithdrawnOnItsWay() {
        rolledBack(() -> {
            Hold hold = held(1);
            batches.add(ANNOUNCEMENT, people(2, 3));
            batches.withdraw(ANNOUNCEMENT);
            hold.settle(Map.of(idOf(hold, 0), Result.waiting("away", Duration.ZERO)));

            assertThat(states())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(1L, "SKIPPED", 2L, "SKIPPED", 3L, "SKIPPED"));
            assertThat(waiting()).isZero();
            return "";
        });
    }

    @Test
    void forgetsErasedPeople() {
        rolledBack(() -> {
            mailing("RUNNING", true);
            batches.add(ANNOUNCEMENT, people(1, 3));
            events.publishEvent(new RecipientErased(2));

            Hold hold = batches.claim().orElseThrow();
            assertThat(hold.deliveries()).extracting(Delivery::recipientId).containsExactlyInAnyOrder(1L, 3L);
            return "";
        });
    }

    @Test
    void readsNothingOfWhatIsDoneThoughPlansAreFromAnEmptyTable() {
        long read = rolledBack(() -> {
            jdbc.sql("TRUNCATE delivery CASCADE").update();
            jdbc.sql("ANALYZE delivery").update();
            look();
            jdbc.sql("""
                    INSERT INTO delivery (id, event_id, recipient_id, template, lane, state)
                    SELECT -n, gen_random_uuid(), n, 'FOLLOW', 'NOTIFICATION', 'SENT' FROM generate_series(1, 20000) n
                    """).update();
            long before = rowsRead();
            look();
            return rowsRead() - before;
        });

        assertThat(read).isLessThan(1000);
    }

    private void look() {
        for (int i = 0; i < LOOKS; i++) {
            for (Lane lane : Lane.values()) {
                mails.claimLost(lane);
                mails.claim(lane);
            }
        }
    }

    private long rowsRead() {
        return jdbc.sql("SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_xact_user_tables WHERE relname = 'delivery'")
                .query(Long.class)
                .single();
    }

    private <T> T rolledBack(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return work.get();
        }));
    }

    private void mailing(String state, boolean complete) {
        jdbc.sql("INSERT INTO mailing (announcement_id, state, complete) VALUES (:id, :state, :complete)"
                        + " ON CONFLICT (announcement_id) DO UPDATE SET complete = excluded.complete")
                .param("id", ANNOUNCEMENT)
                .param("state", state)
                .param("complete", complete)
                .update();
    }

    private Hold held(int people) {
        mailing("RUNNING", true);
        batches.add(ANNOUNCEMENT, people(1, people));
        return batches.claim().orElseThrow();
    }

    private int taken() {
        return batches.claim().map(hold -> hold.deliveries().size()).orElse(0);
    }

    private static Long idOf(Hold hold, int place) {
        return hold.deliveries().get(place).id();
    }

    private long waiting() {
        return world.count("SELECT count(*) FROM mailing_batch");
    }

    private Map<Long, String> states() {
        var states = new HashMap<Long, String>();
        jdbc.sql("SELECT recipient_id, state FROM delivery WHERE announcement_id = :id")
                .param("id", ANNOUNCEMENT)
                .query(row -> {
                    states.put(row.getLong("recipient_id"), row.getString("state"));
                });
        return states;
    }

    private static List<Long> people(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
