package io.microblog.gateway.edge;

import io.microblog.kit.problem.Problem;
import io.microblog.kit.problem.ProblemBody;
import io.microblog.kit.problem.ProblemReport;
import io.microblog.kit.problem.Problems;
import io.microblog.kit.problem.Unavailable;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Turns everything that fails in the gateway into the one problem body. */
@Component
@Order(ProblemHandler.BEFORE_BOOT)
class ProblemHandler implements WebExceptionHandler {

    static final int BEFORE_BOOT = -2;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        Problem problem = Problems.of(failure);
        byte[] body = JSON.writeValueAsBytes(report(exchange, problem));
        response.setStatusCode(problem.status());
        problem.headers().forEach((name, values) -> response.getHeaders().put(name, values));
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setContentLength(body.length);
        response.getHeaders().setCacheControl(CacheControl.noStore());
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    /** An outage was logged by who saw it: what an open circuit breaker refuses adds nothing. */
    private static ProblemBody report(ServerWebExchange exchange, Problem problem) {
        if (problem instanceof Unavailable) {
            return ProblemBody.from(problem);
        }
        ServerHttpRequest request = exchange.getRequest();
        return ProblemReport.of(
                problem, request.getMethod().name(), request.getURI().getRawPath());
    }
}
