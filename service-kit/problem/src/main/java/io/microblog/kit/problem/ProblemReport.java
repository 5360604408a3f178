package io.microblog.kit.problem;

import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs a problem as loudly as it deserves and gives the body that the client gets. */
public final class ProblemReport {

    private static final Logger log = LoggerFactory.getLogger(ProblemReport.class);

    private ProblemReport() {}

    /**
     * @param method of the request that failed
     * @param path of the request, as it was sent
     */
    public static ProblemBody of(Problem problem, String method, String path) {
        if (problem.status().value() == 500) {
            String instance = "urn:uuid:" + UUID.randomUUID();
            log.error("{} {} failed [{}]", method, path, instance, problem);
            return ProblemBody.from(problem, instance);
        }
        if (problem.status().is5xxServerError()) {
            // An outage fails every request: one line each, without the stack.
            log.warn("{} {}: {} ({})", method, path, problem.error(), cause(problem));
        } else {
            log.debug("{} {}: {} {}", method, path, problem.status(), problem.error());
        }
        return ProblemBody.from(problem);
    }

    private static String cause(Problem problem) {
        return problem.getCause() == null ? "no cause" : problem.getCause().toString();
    }
}
