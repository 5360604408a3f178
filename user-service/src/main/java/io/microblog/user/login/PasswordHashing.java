package io.microblog.user.login;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;

import io.microblog.kit.problem.Unavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords and compares them. That is slow on purpose, so it happens on a few threads of its own: requests that
 * need no password keep the others, and a herd of sign-ins is refused instead of piling up.
 */
@Component
class PasswordHashing {

    private static final String SCHEME = "bcrypt-sha384";
    private static final PasswordEncoder ENCODER =
            new DelegatingPasswordEncoder(SCHEME, Map.of(SCHEME, new PrehashedBcrypt()));
    /** Compared with when nobody has the name, so that the answer takes as long as any other. */
    private static final String NOBODYS_HASH = Objects.requireNonNull(ENCODER.encode("nobody"));

    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final int WAITING = 32 * THREADS;
    private static final long PATIENCE_SECONDS = 5;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("password-", 0).factory());

    /** A salted hash, to be stored. */
    String hash(String password) {
        return run(() -> Objects.requireNonNull(ENCODER.encode(password)));
    }

    /** Whether the password is the one of this hash; takes the same time without one. */
    boolean matches(String password, @Nullable String hash) {
        return run(() -> ENCODER.matches(password, hash == null ? NOBODYS_HASH : hash)) && hash != null;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private <T> T run(Callable<T> work) {
        Future<T> result;
        try {
            result = threads.submit(work);
        } catch (RejectedExecutionException e) {
            throw new Unavailable("Too many people sign in right now", e);
        }
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw new Unavailable("Too many people sign in right now", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The server is stopping", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
