package io.microblog.gateway.identity;

import java.time.Duration;
import java.util.Set;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.microblog.gateway.routing.Backend;
import io.microblog.gateway.routing.Failures;
import io.microblog.gateway.routing.Instance;
import io.microblog.gateway.routing.Upstream;
import io.microblog.gateway.routing.Upstreams;
import io.microblog.kit.problem.Unavailable;
import io.microblog.kit.security.ServiceIdentity;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Asks user-service what a credential is worth. Fails with {@link Unavailable} when it cannot say. */
@Component
class TokenExchange {

    private static final Duration ANSWER = Duration.ofSeconds(3);

    /** What no credential is, or what cannot be one: the client's doing, and no reason to take user-service for broken. */
    private static final Set<HttpStatusCode> WORTHLESS = Set.of(
            HttpStatus.UNAUTHORIZED,
            HttpStatus.BAD_REQUEST,
            HttpStatus.CONTENT_TOO_LARGE,
            HttpStatus.UNPROCESSABLE_CONTENT);

    private record Question(String kind, String credential) {}

    private record Answer(String jwt) {}

    private final WebClient client;
    private final Upstream userService;
    private final ServiceIdentity identity;
    private final CircuitBreaker breaker;

    TokenExchange(
            HttpClient connections,
            Upstreams upstreams,
            ServiceIdentity identity,
            CircuitBreakerRegistry breakers,
            ObservationRegistry observations) {
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(connections.responseTimeout(ANSWER)))
                .observationRegistry(observations)
                .build();
        this.userService = upstreams.of(Backend.USER);
        identity.requireKeyFor(Backend.USER.service());
        this.identity = identity;
        this.breaker = breakers.circuitBreaker("token-exchange");
    }

    Mono<Verdict> exchange(Credential credential) {
        long askedAt = System.nanoTime();
        return ask(credential, askedAt, userService.tries())
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(failure -> new Unavailable("Sign-in is temporarily unavailable", failure));
    }

    /** Asking twice does no harm, so any broken connection is a reason to ask the next copy. */
    private Mono<Verdict> ask(Credential credential, long askedAt, int tries) {
        Instance instance = userService.next();
        return post(instance, credential)
                .map(token -> new Verdict(token, askedAt))
                .defaultIfEmpty(new Verdict(null, askedAt))
                .onErrorResume(WebClientRequestException.class, failure -> {
                    Throwable cause = Exceptions.unwrap(failure.getMostSpecificCause());
                    if (Failures.neverArrived(cause)) {
                        instance.failed();
                    }
                    return tries > 1 && Failures.isBroken(cause)
                            ? ask(credential, askedAt, tries - 1)
                            : Mono.error(failure);
                });
    }

    private Mono<InternalToken> post(Instance instance, Credential credential) {
        return client.post()
                .uri(instance.base() + "/internal/tokens/exchange")
                .headers(headers -> headers.setBearerAuth(identity.tokenFor(Backend.USER.service())))
                .bodyValue(new Question(credential.kind().wireName(), credential.secret()))
                .exchangeToMono(TokenExchange::read)
                .doOnSuccess(token -> instance.reached());
    }

    private static Mono<InternalToken> read(ClientResponse response) {
        if (response.statusCode() == HttpStatus.OK) {
            return response.bodyToMono(Answer.class).map(answer -> InternalToken.parse(answer.jwt()));
        }
        return WORTHLESS.contains(response.statusCode())
                ? response.releaseBody().then(Mono.empty())
                : response.createError();
    }
}
