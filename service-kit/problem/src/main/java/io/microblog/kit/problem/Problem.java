package io.microblog.kit.problem;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A failure that the client is told about. Its message is shown to people as {@code error}, so it holds nothing internal;
 * what is internal goes into the cause, which only the log sees.
 */
public class Problem extends RuntimeException {

    private final HttpStatus status;
    private final @Nullable String code;
    private final @Nullable String detail;

    /**
     * @param status the HTTP status of the answer
     * @param error what the client shows to the person
     */
    public Problem(HttpStatus status, String error) {
        this(status, error, (Throwable) null);
    }

    /** With the internal cause, which is logged and never shown. */
    public Problem(HttpStatus status, String error, @Nullable Throwable cause) {
        super(error, cause);
        this.status = status;
        this.code = null;
        this.detail = null;
    }

    /**
     * With something for programs to tell it by.
     *
     * @param code stable, lower case with dashes; {@code type} becomes {@code urn:microblog:problem:<code>}; null when the
     *     status says it all
     * @param detail a longer explanation of this occurrence
     */
    public Problem(HttpStatus status, String error, @Nullable String code, @Nullable String detail) {
        super(error);
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    /** The HTTP status of the answer. */
    public HttpStatus status() {
        return status;
    }

    /** What the client shows to the person. */
    public String error() {
        String message = getMessage();
        return message == null ? status.getReasonPhrase() : message;
    }

    /** The kind of problem for programs, null when the status says it all. */
    public @Nullable String code() {
        return code;
    }

    /** A longer explanation of this occurrence, null when there is none. */
    public @Nullable String detail() {
        return detail;
    }

    /** What is wrong with which field; empty unless fields are to blame. */
    public Map<String, List<FieldProblem>> details() {
        return Map.of();
    }

    /** Headers the answer carries, such as {@code Retry-After}. */
    public HttpHeaders headers() {
        return HttpHeaders.EMPTY;
    }
}
