package io.microblog.kit.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.problem.Unavailable;
import io.microblog.kit.security.ServiceIdentity;
import io.microblog.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.web.client.RestClient;
import org.springframework.web.service.annotation.GetExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Calls to another service, over real HTTP. */
class ServiceClientsTests {

    interface Echo {
        @GetExchange("/internal/echo")
        String echo();
    }

    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicReference<String> authorization = new AtomicReference<>("");
    private HttpServer target = start();

    @AfterEach
    void stop() {
        target.stop(0);
    }

    @BeforeEach
    void heal() {
        status.set(200);
    }

    @Test
    void provesThisServiceToThatService() throws Exception {
        assertThat(client().echo()).isEqualTo("hello");

        var token = SignedJWT.parse(authorization.get().substring("Bearer ".length()));
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("test-service");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("echo-service");
    }

    @Test
    void turnsAbsenceAndOutageIntoProblems() {
        Echo client = client();
        status.set(404);
        assertThatThrownBy(client::echo).isInstanceOf(NotFound.class);
        status.set(503);
        assertThatThrownBy(client::echo).isInstanceOf(Unavailable.class);
        target.stop(0);
        assertThatThrownBy(client::echo)
                .isInstanceOf(Unavailable.class)
                .hasMessage("echo-service is temporarily unavailable");
    }

    @Test
    void stopsAskingATargetThatIsDown() {
        Echo client = client();
        status.set(503);
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(client::echo).isInstanceOf(Unavailable.class);
        }
        assertThat(calls).hasValue(4);
    }

    @Test
    void absenceIsNoOutage() {
        Echo client = client();
        status.set(404);
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(client::echo).isInstanceOf(NotFound.class);
        }
        assertThat(calls).hasValue(20);
    }

    private Echo client() {
        var breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .minimumNumberOfCalls(4)
                .slidingWindowSize(4)
                .ignoreExceptions(NotFound.class)
                .build());
        var environment = new MockEnvironment()
                .withProperty(
                        "microblog.services.echo-service",
                        "http://127.0.0.1:" + target.getAddress().getPort());
        var identity =
                new ServiceIdentity("test-service", "echo-service=" + TestTokens.key("test-service", "echo-service"));
        return new ServiceClients(RestClient.builder(), identity, breakers, environment)
                .create(Echo.class, "echo-service");
    }

    private HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/internal/echo", exchange -> {
                calls.incrementAndGet();
                authorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
                byte[] body = "hello".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status.get(), body.length);
                try (exchange) {
                    exchange.getResponseBody().write(body);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
