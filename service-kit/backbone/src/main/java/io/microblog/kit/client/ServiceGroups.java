package io.microblog.kit.client;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryRegistry;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.problem.Problem;
import io.microblog.kit.problem.Unavailable;
import io.microblog.kit.security.ServiceIdentity;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;

/**
 * How this service calls others. A group of {@code @HttpExchange} interfaces is called what the service is that answers
 * them.
 *
 * <p>Each call carries this service's identity and passes a circuit breaker and, if it is idempotent, a retry, both of
 * the group's name. Whatever keeps the target from answering becomes {@link Unavailable}; a 404 becomes {@link NotFound}.
 */
final class ServiceGroups implements RestClientHttpServiceGroupConfigurer {

    private final ServiceIdentity identity;
    private final CircuitBreakerRegistry breakers;
    private final RetryRegistry retries;

    ServiceGroups(ServiceIdentity identity, CircuitBreakerRegistry breakers, RetryRegistry retries) {
        this.identity = identity;
        this.breakers = breakers;
        this.retries = retries;
    }

    /** @throws IllegalStateException when this service has no key for calls to one of them */
    @Override
    public void configureGroups(Groups<RestClient.Builder> groups) {
        groups.forEachClient((group, client) -> {
            String service = group.name();
            identity.requireKeyFor(service);
            client.requestInterceptor(identify(service))
                    .requestInterceptor(new Guard(service, retries.retry(service), breakers.circuitBreaker(service)));
        });
    }

    private ClientHttpRequestInterceptor identify(String service) {
        return (request, body, execution) -> {
            request.getHeaders().setBearerAuth(identity.tokenFor(service));
            return execution.execute(request, body);
        };
    }

    /** Repeats what may be repeated, counts outages on the breaker and turns failures into problems. */
    private record Guard(String service, Retry retry, CircuitBreaker breaker) implements ClientHttpRequestInterceptor {

        /** RFC 9110, 9.2.2. */
        private static final Set<HttpMethod> IDEMPOTENT =
                Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.PUT, HttpMethod.DELETE);

        @Override
        public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
            try {
                return IDEMPOTENT.contains(request.getMethod())
                        ? retry.executeCallable(() -> attempt(request, body, execution))
                        : attempt(request, body, execution);
            } catch (CallNotPermittedException | IOException e) {
                throw new Unavailable(service + " is temporarily unavailable", e);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private ClientHttpResponse attempt(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
                throws Exception {
            return breaker.executeCallable(() -> answer(execution.execute(request, body)));
        }

        private ClientHttpResponse answer(ClientHttpResponse response) throws IOException {
            HttpStatus status = Objects.requireNonNullElse(
                    HttpStatus.resolve(response.getStatusCode().value()), HttpStatus.BAD_GATEWAY);
            return switch (status) {
                case NOT_FOUND -> throw closing(response, new NotFound());
                case BAD_GATEWAY, SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT, TOO_MANY_REQUESTS ->
                    throw closing(response, new Unavailable(service + " is temporarily unavailable"));
                default -> response;
            };
        }

        private static Problem closing(ClientHttpResponse response, Problem problem) {
            response.close();
            return problem;
        }
    }
}
