package io.microblog.gateway.edge;

import java.util.Map;
import java.util.UUID;

import io.microblog.kit.problem.BadRequest;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.problem.Problem;
import io.microblog.kit.problem.ProblemBody;
import io.microblog.kit.problem.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Turns everything that fails in the gateway into the one problem body. */
@Component
@Order(ProblemHandler.BEFORE_BOOT)
class ProblemHandler implements WebExceptionHandler {

    static final int BEFORE_BOOT = -2;

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        Problem problem = problemOf(failure);
        byte[] body = JSON.writeValueAsBytes(report(exchange, problem, failure));
        response.setStatusCode(problem.status());
        problem.headers().forEach((name, values) -> response.getHeaders().put(name, values));
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setContentLength(body.length);
        response.getHeaders().setCacheControl(CacheControl.noStore());
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static Problem problemOf(Throwable failure) {
        return switch (failure) {
            case Problem problem -> problem;
            case ErrorResponse known -> ofStatus(known.getStatusCode().value());
            default -> unforeseen();
        };
    }

    private static Problem ofStatus(int value) {
        HttpStatus status = HttpStatus.resolve(value);
        return switch (status) {
            case null -> unforeseen();
            case INTERNAL_SERVER_ERROR -> unforeseen();
            case BAD_REQUEST -> new BadRequest("The request cannot be understood");
            case NOT_FOUND -> new NotFound();
            case METHOD_NOT_ALLOWED -> new Problem(status, "The method is not allowed here");
            case SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT -> new Unavailable("Temporarily unavailable");
            default -> new Problem(status, status.getReasonPhrase());
        };
    }

    private static Problem unforeseen() {
        return new Problem(
                HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side. Please try again later.");
    }

    private static ProblemBody report(ServerWebExchange exchange, Problem problem, Throwable failure) {
        String path = exchange.getRequest().getURI().getRawPath();
        if (problem.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
            String instance = "urn:uuid:" + UUID.randomUUID();
            log.error("{} {} failed [{}]", exchange.getRequest().getMethod(), path, instance, failure);
            return new ProblemBody(
                    problem.error(), "about:blank", problem.status().getReasonPhrase(), 500, null, instance, Map.of());
        }
        if (problem.status().is5xxServerError()) {
            log.debug(
                    "{} {}: {} ({})",
                    exchange.getRequest().getMethod(),
                    path,
                    problem.error(),
                    String.valueOf(failure.getCause()));
        }
        return ProblemBody.from(problem);
    }
}
