package io.microblog.notification.preference;

import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.microblog.notification.account.RecipientErased;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people want to be mailed of, and when not. */
@Component
public class MailPreferences {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    MailPreferences(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** The choices of each of these people. */
    public Map<Long, MailChoices> of(Collection<Long> accountIds) {
        Map<Long, Map<MailKind, MailMode>> decided = decided(accountIds);
        Map<Long, QuietHours> quiet = quietHours(accountIds);
        Map<Long, DigestTime> digests = digestTimes(accountIds);
        var choices = new HashMap<Long, MailChoices>();
        accountIds.forEach(id -> choices.put(
                id,
                new MailChoices(
                        decided.getOrDefault(id, Map.of()),
                        quiet.get(id),
                        digests.getOrDefault(id, DigestTime.USUAL))));
        return choices;
    }

    MailChoices of(long accountId) {
        return Objects.requireNonNull(of(List.of(accountId)).get(accountId));
    }

    /** Changes how the person hears of some kinds; the others stay as they are. */
    @Transactional
    void choose(long accountId, Map<MailKind, MailMode> modes) {
        jdbc.sql("""
                INSERT INTO mail_choice (account_id, kind, mode)
                SELECT :account, kind, mode FROM unnest(:kinds::text[], :modes::text[]) AS choice (kind, mode)
                ON CONFLICT (account_id, kind) DO UPDATE SET mode = excluded.mode, changed_at = now()
                """)
                .param("account", accountId)
                .param("kinds", modes.keySet().stream().map(MailKind::wireName).toArray(String[]::new))
                .param("modes", modes.values().stream().map(MailMode::name).toArray(String[]::new))
                .update();
        events.publishEvent(new MailChoicesChanged(accountId));
    }

    /** @param quiet null for none */
    @Transactional
    void quieten(long accountId, @Nullable QuietHours quiet) {
        if (quiet == null) {
            jdbc.sql("DELETE FROM quiet_hours WHERE account_id = :account")
                    .param("account", accountId)
                    .update();
        } else {
            jdbc.sql("""
                    INSERT INTO quiet_hours (account_id, from_time, to_time) VALUES (:account, :from, :to)
                    ON CONFLICT (account_id) DO UPDATE SET from_time = excluded.from_time, to_time = excluded.to_time
                    """)
                    .param("account", accountId)
                    .param("from", quiet.from())
                    .param("to", quiet.to())
                    .update();
        }
        events.publishEvent(new MailChoicesChanged(accountId));
    }

    @Transactional
    void schedule(long accountId, DigestTime time) {
        jdbc.sql("""
                INSERT INTO digest_time (account_id, hour, weekday) VALUES (:account, :hour, :weekday)
                ON CONFLICT (account_id) DO UPDATE SET hour = excluded.hour, weekday = excluded.weekday
                """)
                .param("account", accountId)
                .param("hour", time.hour())
                .param("weekday", time.weekday().name())
                .update();
        events.publishEvent(new MailChoicesChanged(accountId));
    }

    @EventListener
    void on(RecipientErased erased) {
        for (String table : List.of("mail_choice", "quiet_hours", "digest_time")) {
            jdbc.sql("DELETE FROM " + table + " WHERE account_id = :account")
                    .param("account", erased.accountId())
                    .update();
        }
    }

    private Map<Long, DigestTime> digestTimes(Collection<Long> accountIds) {
        var times = new HashMap<Long, DigestTime>();
        jdbc.sql("SELECT account_id, hour, weekday FROM digest_time"
                        + " WHERE account_id = ANY (CAST(:accounts AS bigint[]))")
                .param("accounts", accountIds.toArray(Long[]::new))
                .query(row -> {
                    times.put(
                            row.getLong("account_id"),
                            new DigestTime(row.getInt("hour"), Weekday.valueOf(row.getString("weekday"))));
                });
        return times;
    }

    private Map<Long, Map<MailKind, MailMode>> decided(Collection<Long> accountIds) {
        var decided = new HashMap<Long, Map<MailKind, MailMode>>();
        jdbc.sql("SELECT account_id, kind, mode FROM mail_choice WHERE account_id = ANY (CAST(:accounts AS bigint[]))")
                .param("accounts", accountIds.toArray(Long[]::new))
                .query(row -> {
                    decided.computeIfAbsent(row.getLong("account_id"), _ -> new EnumMap<>(MailKind.class))
                            .put(
                                    MailKind.of(row.getString("kind")).orElseThrow(),
                                    MailMode.valueOf(row.getString("mode")));
                });
        return decided;
    }

    private Map<Long, QuietHours> quietHours(Collection<Long> accountIds) {
        var quiet = new HashMap<Long, QuietHours>();
        jdbc.sql("SELECT account_id, from_time, to_time FROM quiet_hours"
                        + " WHERE account_id = ANY (CAST(:accounts AS bigint[]))")
                .param("accounts", accountIds.toArray(Long[]::new))
                .query(row -> {
                    quiet.put(
                            row.getLong("account_id"),
                            new QuietHours(
                                    row.getObject("from_time", LocalTime.class),
                                    row.getObject("to_time", LocalTime.class)));
                });
        return quiet;
    }
}
