package io.microblog.notification.mail.budget;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How much is left of the mails that the server may send in 24 hours. All copies count the same table; each counts anew
 * after some seconds only, and may send that much too many.
 */
@Component
public class MailBudget {

    private static final String SPENT = """
            SELECT :limit AS "limit", count(*) AS sent,
                count(*) FILTER (WHERE updated_at > now() - interval '1 hour') AS sent_last_hour,
                (SELECT coalesce(sum(mails), 0) FROM owed_mail
                    WHERE state = 'WAITING' AND due_at < now() + interval '24 hours') AS waiting
            FROM delivery WHERE state = 'SENT' AND lead_id IS NULL AND updated_at > now() - interval '24 hours'
            """;

    private final JdbcClient jdbc;
    private final long limit;
    private final Duration validity;
    private final AtomicReference<@Nullable Reading> last = new AtomicReference<>();

    /**
     * @param limit mails in 24 hours, 0 for any number
     * @param validity how long a count holds
     */
    public MailBudget(
            JdbcClient jdbc,
            @Value("${microblog.mail.server-limit}") long limit,
            @Value("${microblog.mail.budget-validity}") Duration validity) {
        this.jdbc = jdbc;
        this.limit = limit;
        this.validity = validity;
    }

    private record Reading(BudgetLevel level, long at) {}

    /** What is left, as it was some seconds ago at most. */
    public BudgetLevel level() {
        if (limit == 0) {
            return BudgetLevel.AMPLE;
        }
        long now = System.nanoTime();
        Reading reading = last.get();
        if (reading == null || now - reading.at() > validity.toNanos()) {
            reading = new Reading(spending().level(), now);
            last.set(reading);
        }
        return reading.level();
    }

    Spending spending() {
        return jdbc.sql(SPENT).param("limit", limit).query(Spending.class).single();
    }
}
