package io.microblog.kit.problem;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The body of every failed answer: what the client API documents ({@code error}, {@code details}), with the members of
 * RFC 9457 beside it.
 *
 * @param error what clients show
 * @param type {@code about:blank}, or a URN when the status alone does not tell the kind
 * @param title the status in words
 * @param status the HTTP status
 * @param detail a longer explanation; left out when there is none
 * @param instance names this occurrence in the log; only a 500 has one
 * @param details what is wrong with which field; left out when no field is to blame
 */
public record ProblemBody(
        String error,
        String type,
        String title,
        int status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String detail,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<FieldProblem>> details) {

    /** The body for a problem. */
    public static ProblemBody from(Problem problem) {
        return from(problem, null);
    }

    static ProblemBody from(Problem problem, @Nullable String instance) {
        String code = problem.code();
        return new ProblemBody(
                problem.error(),
                code == null ? "about:blank" : "urn:microblog:problem:" + code,
                problem.status().getReasonPhrase(),
                problem.status().value(),
                problem.detail(),
                instance,
                problem.details());
    }
}
