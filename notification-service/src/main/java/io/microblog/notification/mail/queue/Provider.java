package io.microblog.notification.mail.queue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.microblog.notification.mail.provider.Mail;
import io.microblog.notification.mail.provider.Mailer;
import io.microblog.notification.mail.provider.MessageStream;
import io.microblog.notification.mail.provider.Outcome;
import org.springframework.stereotype.Component;

/** The mail provider behind a circuit breaker, so that an outage costs neither it nor us a storm of attempts. */
@Component
class Provider {

    private final Mailer mailer;
    private final CircuitBreaker breaker;

    Provider(Mailer mailer, CircuitBreakerRegistry breakers) {
        this.mailer = mailer;
        this.breaker = breakers.circuitBreaker("mailer");
    }

    /** Whether it failed so often that it is left alone for a while. */
    boolean isAway() {
        return breaker.getState() == State.OPEN || breaker.getState() == State.FORCED_OPEN;
    }

    List<Outcome> send(UUID batch, List<Mail> mails) {
        if (mails.isEmpty()) {
            return List.of();
        }
        long start = System.nanoTime();
        List<Outcome> outcomes = mailer.send(batch, mails);
        long took = System.nanoTime() - start;
        if (outcomes.stream().allMatch(Provider::isFailure)) {
            breaker.onError(took, TimeUnit.NANOSECONDS, new IOException("No mail was taken"));
        } else {
            breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        }
        return outcomes;
    }

    Set<Long> accepted(UUID batch, MessageStream stream) throws IOException {
        return mailer.accepted(batch, stream);
    }

    private static boolean isFailure(Outcome outcome) {
        return outcome instanceof Outcome.Later || outcome instanceof Outcome.Unclear;
    }
}
