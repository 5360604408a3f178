package io.microblog.kit.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.problem.Problem;
import io.microblog.kit.problem.Unavailable;
import io.microblog.kit.security.ServiceIdentity;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Makes typed clients of other services from {@code @HttpExchange} interfaces.
 *
 * <p>Each call carries this service's identity, has time-outs and passes a circuit breaker per target. Whatever keeps
 * the target from answering becomes {@link Unavailable}; a 404 becomes {@link NotFound}.
 */
public class ServiceClients {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(3);

    private final RestClient.Builder builder;
    private final ServiceIdentity identity;
    private final CircuitBreakerRegistry breakers;
    private final Environment environment;

    ServiceClients(
            RestClient.Builder builder,
            ServiceIdentity identity,
            CircuitBreakerRegistry breakers,
            Environment environment) {
        this.builder = builder;
        this.identity = identity;
        this.breakers = breakers;
        this.environment = environment;
    }

    /**
     * A client of {@code service}, whose address is the property {@code microblog.services.<service>}.
     *
     * @param type an interface of {@code @HttpExchange} methods with paths below {@code /internal}
     * @throws IllegalStateException when this service has no key for calls to that one
     */
    public <T> T create(Class<T> type, String service) {
        return create(type, service, READ_TIMEOUT);
    }

    /**
     * The same for calls that somebody waits for with others.
     *
     * @param patience how long an answer may take
     */
    public <T> T create(Class<T> type, String service, Duration patience) {
        identity.requireKeyFor(service);
        String url = environment.getRequiredProperty("microblog.services." + service);
        RestClient client = builder.clone()
                .baseUrl(url)
                .requestFactory(requestFactory(patience))
                .requestInterceptor(identify(service))
                .requestInterceptor(new Guard(service, breakers.circuitBreaker(service)))
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(type);
    }

    private ClientHttpRequestInterceptor identify(String service) {
        return (request, body, execution) -> {
            request.getHeaders().setBearerAuth(identity.tokenFor(service));
            return execution.execute(request, body);
        };
    }

    private static JdkClientHttpRequestFactory requestFactory(Duration patience) {
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .version(HttpClient.Version.HTTP_1_1)
                .build());
        factory.setReadTimeout(patience);
        return factory;
    }

    /** Counts outages on the breaker and turns failures into problems. */
    private record Guard(String service, CircuitBreaker breaker) implements ClientHttpRequestInterceptor {

        @Override
        public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
            try {
                return breaker.executeCallable(() -> answer(execution.execute(request, body)));
            } catch (CallNotPermittedException | IOException e) {
                throw new Unavailable(service + " is temporarily unavailable", e);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
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
