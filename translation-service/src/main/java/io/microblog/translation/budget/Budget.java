package io.microblog.translation.budget;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Supplier;

import io.microblog.kit.problem.TooManyRequests;
import io.microblog.kit.problem.Unavailable;
import io.microblog.translation.provider.ProviderUnavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sees that translating costs no more than was agreed: a month for everybody, a day for each person. */
@Component
public class Budget {

    private static final String CHARACTERS = "characters";
    private static final String PERSON = "person:";

    private final AllowanceRepository allowances;
    private final BudgetProperties limits;
    private final Counter refused;
    private final Clock clock = Clock.systemUTC();

    Budget(AllowanceRepository allowances, BudgetProperties limits, MeterRegistry meters) {
        this.allowances = allowances;
        this.limits = limits;
        Gauge.builder("microblog.translation.characters", this::charactersUsed)
                .description("Characters sent to the translator this month")
                .register(meters);
        this.refused = Counter.builder("microblog.translation.refused")
                .description("Translations that the month's budget did not allow")
                .register(meters);
        Gauge.builder("microblog.translation.characters.limit", limits::monthlyCharacters)
                .description("Characters that may be sent to the translator in a month")
                .register(meters);
    }

    /**
     * Does what costs {@code characters}; what the provider certainly did not charge for is given back.
     *
     * @throws TooManyRequests when the person has had enough for today
     * @throws Unavailable when the month's characters are used up
     */
    public <T> T spend(long accountId, int characters, Supplier<T> work) {
        LocalDate today = LocalDate.now(clock);
        String person = PERSON + accountId;
        if (!allowances.take(person, today, 1, limits.dailyPerPerson())) {
            throw new TooManyRequests(until(today.plusDays(1)));
        }
        LocalDate month = today.withDayOfMonth(1);
        if (!allowances.take(CHARACTERS, month, characters, limits.monthlyCharacters())) {
            allowances.giveBack(person, today, 1);
            refused.increment();
            throw new BudgetExhausted(until(month.plusMonths(1)));
        }
        boolean charged = true;
        try {
            return work.get();
        } catch (ProviderUnavailable e) {
            charged = e.isCharged();
            throw e;
        } catch (RuntimeException e) {
            charged = false;
            throw e;
        } finally {
            if (!charged) {
                allowances.giveBack(person, today, 1);
                allowances.giveBack(CHARACTERS, month, characters);
            }
        }
    }

    /** Nobody needs to know what a person had translated yesterday. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
    void forget() {
        allowances.removeBefore(LocalDate.now(clock), PERSON + "%");
    }

    private Duration until(LocalDate day) {
        return Duration.between(LocalDateTime.now(clock), day.atStartOfDay());
    }

    private double charactersUsed() {
        try {
            return allowances.used(CHARACTERS, LocalDate.now(clock).withDayOfMonth(1));
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }
}
