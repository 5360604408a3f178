package io.microblog.kit.event;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.microblog.kit.problem.Unavailable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What happens when a consumer fails on a record.
 *
 * <p>A dependency that is down is waited for, because every record would fail the same way. A statement or a transaction
 * that takes too long may be the record's own doing, so it is tried a few times only. Anything else is retried for about
 * three seconds. Then the record goes to the group's dead-letter topic and the partition moves on. What cannot be read
 * goes there at once.
 */
final class ConsumerErrors {

    /** By name: not every service has all of these on its class path. */
    private static final List<Class<?>> OUTAGES = known(
            "org.springframework.dao.TransientDataAccessException",
            "org.springframework.dao.RecoverableDataAccessException",
            "org.springframework.dao.DataAccessResourceFailureException",
            "org.springframework.transaction.CannotCreateTransactionException",
            "org.springframework.web.client.ResourceAccessException",
            "io.github.resilience4j.circuitbreaker.CallNotPermittedException",
            "java.sql.SQLTransientException",
            "java.sql.SQLRecoverableException",
            "java.io.IOException");

    /** They look like outages, or lie behind what does. */
    private static final List<Class<?>> TIMEOUTS = known(
            "org.springframework.dao.QueryTimeoutException",
            "org.springframework.transaction.TransactionTimedOutException",
            "java.sql.SQLTimeoutException");

    /** What PostgreSQL says of a statement that took longer than it may. */
    private static final String CANCELLED = "57014";

    /** What its driver says when it could not connect. */
    private static final String NOT_CONNECTED = "08001";

    /** How often a record is tried again whose statement or transaction takes too long. */
    static final int RETRIES_OF_TIMEOUTS = 5;

    static final String CAUSE = "microblog_dlt_cause";

    private ConsumerErrors() {}

    static String deadLetterTopic(String group) {
        return group + ".dlt";
    }

    static DefaultErrorHandler handler(KafkaOperations<?, ?> deadLetters) {
        var recoverer = new DeadLetterPublishingRecoverer(deadLetters, ConsumerErrors::destination);
        recoverer.setFailIfSendResultIsError(true);
        // One that fails again when it is replayed still says where it first came from.
        recoverer.setAppendOriginalHeaders(false);
        recoverer.addHeadersFunction((_, cause) -> rootCause(cause));
        var handler = new DefaultErrorHandler(recoverer, boundedBackOff());
        handler.setBackOffFunction((failed, cause) -> backOff(cause));
        handler.setResetStateOnExceptionChange(true);
        return handler;
    }

    /** The dead-letter topic of the group whose thread this is; the key decides the partition. */
    private static TopicPartition destination(ConsumerRecord<?, ?> failed, Exception cause) {
        String group = Objects.requireNonNull(KafkaUtils.getConsumerGroupId(), "Not on a consumer's thread");
        return new TopicPartition(deadLetterTopic(group), -1);
    }

    /** What went wrong underneath, in a line for whoever lists the dead letters. */
    private static Headers rootCause(Exception cause) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(cause);
        var headers = new RecordHeaders();
        CloudEvents.add(headers, CAUSE, root.getClass().getSimpleName() + ": " + root.getMessage());
        return headers;
    }

    private static @Nullable BackOff backOff(Exception cause) {
        if (isTimeout(cause)) {
            return timeoutBackOff();
        }
        return isOutage(cause) ? endlessBackOff() : null;
    }

    static boolean isOutage(Throwable failure) {
        return isBehind(failure, link -> link instanceof Unavailable || isAny(OUTAGES, link));
    }

    /** Whether a statement or a transaction took too long, in a database that was there to begin with. */
    static boolean isTimeout(Throwable failure) {
        return isBehind(failure, link -> isAny(TIMEOUTS, link) || isGivenUp(link))
                && !isBehind(failure, SQLTransientConnectionException.class::isInstance);
    }

    /** By the server, or by the driver, which read no answer. */
    private static boolean isGivenUp(Throwable link) {
        return link instanceof SQLException failed
                && (CANCELLED.equals(failed.getSQLState())
                        || (failed.getCause() instanceof SocketTimeoutException
                                && !NOT_CONNECTED.equals(failed.getSQLState())));
    }

    private static boolean isBehind(Throwable failure, Predicate<Throwable> such) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (such.test(link)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAny(List<Class<?>> types, Throwable link) {
        return types.stream().anyMatch(type -> type.isInstance(link));
    }

    private static List<Class<?>> known(String... names) {
        ClassLoader loader = ConsumerErrors.class.getClassLoader();
        return Stream.of(names)
                .filter(name -> ClassUtils.isPresent(name, loader))
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, loader))
                .toList();
    }

    private static BackOff boundedBackOff() {
        var backOff = new ExponentialBackOff(100, 2.0);
        backOff.setMaxInterval(2_000);
        backOff.setMaxElapsedTime(3_000);
        return backOff;
    }

    private static BackOff timeoutBackOff() {
        var backOff = new ExponentialBackOff(200, 2.0);
        backOff.setMaxAttempts(RETRIES_OF_TIMEOUTS);
        return backOff;
    }

    private static BackOff endlessBackOff() {
        var backOff = new ExponentialBackOff(200, 2.0);
        backOff.setMaxInterval(5_000);
        return backOff;
    }
}
