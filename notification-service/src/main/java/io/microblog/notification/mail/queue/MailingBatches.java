package io.microblog.notification.mail.queue;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import io.microblog.kit.id.IdGenerator;
import io.microblog.notification.account.RecipientErased;
import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.MailRequested;
import io.microblog.notification.mail.Template;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails of announcements until somebody tries to send them: as many as one call takes are one row, so that a mail is
 * written once, with what became of it. What does not go at the first attempt is a mail like any other from then on. All
 * times are the database's.
 */
@Repository
public class MailingBatches {

    private static final String CLAIM = """
            UPDATE mailing_batch SET held_until = now() + :grace * interval '1 ms'
            WHERE id = (
                SELECT b.id FROM mailing_batch b JOIN mailing m USING (announcement_id)
                WHERE b.held_until IS NULL AND m.state = 'RUNNING'
                    AND (m.complete OR cardinality(b.recipient_ids) >= :size)
                ORDER BY b.created_at LIMIT 1 FOR UPDATE OF b SKIP LOCKED)
            RETURNING *
            """;

    private static final String LAST = "DELETE FROM mailing_batch WHERE id = :batch RETURNING *";

    private static final String SOME = keeping("mail.id <> ALL (:ids)") + " WHERE b.id = :batch RETURNING *";

    private static final Template TEMPLATE = Template.ANNOUNCEMENT;

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final ApplicationEventPublisher events;
    private final DeliveryProperties properties;

    MailingBatches(JdbcClient jdbc, IdGenerator ids, ApplicationEventPublisher events, DeliveryProperties properties) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.events = events;
        this.properties = properties;
    }

    /** A batch that takes further people. */
    private record Open(UUID id, int people) {}

    /** Those of a batch of which nobody has said yet what became of them. */
    private final class HeldBatch implements Hold {

        private final UUID id;
        private final List<Delivery> deliveries;
        private final Set<Long> unsettled = new HashSet<>();

        HeldBatch(UUID id, List<Delivery> deliveries) {
            this.id = id;
            this.deliveries = deliveries;
            deliveries.forEach(delivery -> unsettled.add(delivery.id()));
        }

        @Override
        public UUID batch() {
            return id;
        }

        @Override
        public List<Delivery> deliveries() {
            return deliveries;
        }

        @Override
        public Set<Long> renew(Map<Long, Long> leads) {
            int held = jdbc.sql(
                            "UPDATE mailing_batch SET held_until = now() + :grace * interval '1 ms' WHERE id = :batch")
                    .param("grace", grace())
                    .param("batch", id)
                    .update();
            return held == 1 ? Set.copyOf(unsettled) : Set.of();
        }

        @Override
        public Map<Long, DeliveryState> settle(Map<Long, Result> results) {
            var states = new HashMap<Long, DeliveryState>();
            if (results.isEmpty()) {
                return states;
            }
            unsettled.removeAll(results.keySet());
            ofMailings(Results.in(jdbc.sql(settling(unsettled.isEmpty() ? LAST : SOME)), results))
                    .param("mails", deliveries.stream().map(Delivery::id).toArray(Long[]::new))
                    .param(
                            "recipients",
                            deliveries.stream().map(Delivery::recipientId).toArray(Long[]::new))
                    .param("batch", id)
                    .param("life", properties.giveUpAfter().toSeconds())
                    .query(row -> {
                        states.put(row.getLong("id"), DeliveryState.valueOf(row.getString("state")));
                    });
            return states;
        }
    }

    /**
     * Asks for the mails that tell people of an announcement, in the transaction that notes that these have been asked for:
     * whoever is asked for twice gets two.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(long announcement, List<Long> recipients) {
        int size = size();
        Optional<Open> open = open(announcement, size);
        int fitting = open.map(batch -> Math.min(size - batch.people(), recipients.size()))
                .orElse(0);
        open.ifPresent(batch -> append(batch, recipients.subList(0, fitting)));
        for (int from = fitting; from < recipients.size(); from += size) {
            insert(announcement, recipients.subList(from, Math.min(from + size, recipients.size())));
        }
        events.publishEvent(new MailRequested(TEMPLATE.lane()));
    }

    /** One that is not full. Until the mailing is complete nobody takes it up. */
    private Optional<Open> open(long announcement, int size) {
        return jdbc.sql("""
                        SELECT id, cardinality(recipient_ids) AS people FROM mailing_batch
                        WHERE announcement_id = :announcement AND held_until IS NULL AND cardinality(recipient_ids) < :size
                        ORDER BY created_at LIMIT 1 FOR UPDATE
                        """)
                .param("announcement", announcement)
                .param("size", size)
                .query(Open.class)
                .optional();
    }

    private void append(Open batch, List<Long> recipients) {
        jdbc.sql("UPDATE mailing_batch SET delivery_ids = delivery_ids || :ids::bigint[],"
                        + " recipient_ids = recipient_ids || :recipients::bigint[] WHERE id = :id")
                .param("ids", newIds(recipients))
                .param("recipients", recipients.toArray(Long[]::new))
                .param("id", batch.id())
                .update();
    }

    private void insert(long announcement, List<Long> recipients) {
        jdbc.sql("INSERT INTO mailing_batch (id, announcement_id, event_id, delivery_ids, recipient_ids)"
                        + " VALUES (:id, :announcement, :event, :ids::bigint[], :recipients::bigint[])")
                .param("id", UUID.randomUUID())
                .param("announcement", announcement)
                .param(
                        "event",
                        UUID.nameUUIDFromBytes(("announcement:" + announcement).getBytes(StandardCharsets.UTF_8)))
                .param("ids", newIds(recipients))
                .param("recipients", recipients.toArray(Long[]::new))
                .update();
    }

    private Long[] newIds(List<Long> recipients) {
        return recipients.stream().map(_ -> ids.next()).toArray(Long[]::new);
    }

    /** Those that wait will never go; what is on its way is not called back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(long announcement) {
        asMails("announcement_id = :announcement AND held_until IS NULL", DeliveryState.SKIPPED)
                .param("announcement", announcement)
                .update();
        jdbc.sql("UPDATE mailing_batch SET withdrawn = true WHERE announcement_id = :announcement")
                .param("announcement", announcement)
                .update();
    }

    /** Forgets those of an erased person that are not on their way. */
    @EventListener
    void on(RecipientErased erased) {
        jdbc.sql(keeping("mail.recipient_id <> :account")
                        + " WHERE b.held_until IS NULL AND :account = ANY (b.recipient_ids)")
                .param("account", erased.accountId())
                .update();
    }

    /** Takes up a batch of a mailing that nobody has stopped; until all its people are known, only a full one. */
    Optional<Hold> claim() {
        return jdbc.sql(CLAIM)
                .param("grace", grace())
                .param("size", size())
                .query((row, number) -> held(row))
                .optional();
    }

    private Hold held(ResultSet row) throws SQLException {
        Long[] mails = (Long[]) row.getArray("delivery_ids").getArray();
        Long[] recipients = (Long[]) row.getArray("recipient_ids").getArray();
        UUID event = row.getObject("event_id", UUID.class);
        long announcement = row.getLong("announcement_id");
        Instant since = row.getObject("created_at", OffsetDateTime.class).toInstant();
        return new HeldBatch(
                row.getObject("id", UUID.class),
                IntStream.range(0, mails.length)
                        .mapToObj(i -> new Delivery(
                                mails[i],
                                event,
                                recipients[i],
                                TEMPLATE,
                                null,
                                null,
                                null,
                                announcement,
                                null,
                                false,
                                since,
                                1))
                        .toList());
    }

    /** Those whose sender has died or was away for too long become mails about which the provider is to be asked. */
    void leave() {
        asMails("held_until <= now()", DeliveryState.UNKNOWN).update();
    }

    private JdbcClient.StatementSpec asMails(String which, DeliveryState state) {
        return ofMailings(jdbc.sql("""
            WITH batch AS (DELETE FROM mailing_batch WHERE %s RETURNING *)
            INSERT INTO delivery (id, event_id, recipient_id, template, lane, announcement_id, batch_id, attempts,
                created_at, withdrawn, state)
            SELECT mail.id, b.event_id, mail.recipient_id, :template, :lane, b.announcement_id, b.id,
                CASE WHEN b.held_until IS NULL THEN 0 ELSE 1 END, b.created_at, b.withdrawn, :state
            FROM batch b CROSS JOIN unnest(b.delivery_ids, b.recipient_ids) AS mail (id, recipient_id)
            ON CONFLICT (event_id, recipient_id, template) DO NOTHING
            """.formatted(which))).param("state", state.name());
    }

    private static JdbcClient.StatementSpec ofMailings(JdbcClient.StatementSpec statement) {
        return statement
                .param("template", TEMPLATE.name())
                .param("lane", TEMPLATE.lane().name());
    }

    /** @param batch the statement that takes the mails out of theirs */
    private static String settling(String batch) {
        return """
            WITH batch AS (%s)
            INSERT INTO delivery (id, event_id, recipient_id, template, lane, announcement_id, batch_id, attempts,
                created_at, withdrawn, provider_id, cause, due_at, state)
            SELECT r.id, b.event_id, mail.recipient_id, :template, :lane, b.announcement_id, b.id, 1,
                b.created_at, b.withdrawn, r.provider_id, r.cause, now() + r.pause * interval '1 ms',
                %s
            FROM batch b CROSS JOIN %s
            JOIN unnest(:mails::bigint[], :recipients::bigint[]) AS mail (id, recipient_id) ON mail.id = r.id
            ON CONFLICT (event_id, recipient_id, template) DO NOTHING
            RETURNING id, state
            """.formatted(batch, Results.state("b", "b.created_at"), Results.ROWS);
    }

    /** The beginning of a statement that leaves only some of the mails of a batch {@code b} in it. */
    private static String keeping(String some) {
        return """
                UPDATE mailing_batch b SET (delivery_ids, recipient_ids) = (
                    SELECT coalesce(array_agg(mail.id), '{}'), coalesce(array_agg(mail.recipient_id), '{}')
                    FROM unnest(b.delivery_ids, b.recipient_ids) AS mail (id, recipient_id) WHERE %s)
                """.formatted(some);
    }

    private int size() {
        return properties.batchSizeOf(TEMPLATE.lane());
    }

    private long grace() {
        return properties.graceOf(TEMPLATE.lane()).toMillis();
    }
}
