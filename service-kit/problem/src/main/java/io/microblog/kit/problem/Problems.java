package io.microblog.kit.problem;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.ClassUtils;
import org.springframework.web.ErrorResponse;

/** Tells what a client is told about any exception, whatever the service runs on. */
public final class Problems {

    private static final boolean SERVLET = isPresent("jakarta.servlet.ServletException");
    private static final boolean DATA_ACCESS = isPresent("org.springframework.dao.DataAccessException");

    private Problems() {}

    /** The problem that the exception amounts to; a plain 500 when nobody foresaw it. */
    public static Problem of(Throwable failure) {
        Problem problem = translate(failure);
        return problem == null ? new Unforeseen(failure) : problem;
    }

    /** The problem that a bare status amounts to. */
    public static Problem ofStatus(int value) {
        HttpStatus status = HttpStatus.resolve(value);
        return switch (status) {
            case null -> new Unforeseen(null);
            case INTERNAL_SERVER_ERROR -> new Unforeseen(null);
            case UNAUTHORIZED -> new Unauthorized();
            case NOT_FOUND -> new NotFound();
            case METHOD_NOT_ALLOWED -> new Problem(status, "The method is not allowed here");
            case SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT -> new Unavailable("Temporarily unavailable");
            default -> new Problem(status, status.getReasonPhrase());
        };
    }

    /** Null when it is a defect. The narrower readings come before the general ones. */
    static @Nullable Problem translate(Throwable failure) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        Problem narrow = SERVLET ? ServletProblems.of(failure) : null;
        if (narrow == null && DATA_ACCESS) {
            narrow = DataProblems.of(failure);
        }
        return narrow == null ? general(failure) : narrow;
    }

    private static @Nullable Problem general(Throwable failure) {
        return switch (failure) {
            case RejectedExecutionException rejected -> new Unavailable("Too busy, please try again", rejected);
            case ErrorResponse response
            when response.getStatusCode().value() == 400 -> new BadRequest("The request cannot be understood", failure);
            case ErrorResponse response -> ofStatus(response.getStatusCode().value());
            case ExecutionException wrapper -> ofCause(wrapper);
            case CompletionException wrapper -> ofCause(wrapper);
            default -> null;
        };
    }

    static @Nullable Problem ofCause(Exception wrapper) {
        Throwable cause = wrapper.getCause();
        return cause == null ? null : translate(cause);
    }

    private static boolean isPresent(String type) {
        return ClassUtils.isPresent(type, Problems.class.getClassLoader());
    }
}
