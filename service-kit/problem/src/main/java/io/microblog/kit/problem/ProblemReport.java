package io.microblog.kit.problem;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs a problem as loudly as it deserves and gives the body that the client gets. */
final class ProblemReport {

    private static final Logger log = LoggerFactory.getLogger(ProblemReport.class);

    private ProblemReport() {}

    static ProblemBody of(Problem problem, HttpServletRequest request) {
        if (problem.status().value() == 500) {
            String instance = "urn:uuid:" + UUID.randomUUID();
            log.error("{} {} failed [{}]", request.getMethod(), request.getRequestURI(), instance, problem);
            return ProblemBody.from(problem, instance);
        }
        if (problem.status().is5xxServerError()) {
            // An outage fails every request: one line each, without the stack.
            log.warn("{} {}: {} ({})", request.getMethod(), request.getRequestURI(), problem.error(), cause(problem));
        } else {
            log.debug("{} {}: {} {}", request.getMethod(), request.getRequestURI(), problem.status(), problem.error());
        }
        return ProblemBody.from(problem);
    }

    private static String cause(Problem problem) {
        return problem.getCause() == null ? "no cause" : problem.getCause().toString();
    }
}
