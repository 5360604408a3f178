package io.microblog.kit.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.github.resilience4j.springboot.retry.autoconfigure.RetryAutoConfiguration;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.problem.Unavailable;
import io.microblog.kit.security.ServiceIdentity;
import io.microblog.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientPropertiesAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import org.springframework.web.service.registry.ImportHttpServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Calls to another service, over real HTTP and with the settings that every service has. */
class ServiceGroupsTests {

    interface Echo {
        @GetExchange("/internal/echo")
        String echo();

        @PutExchange("/internal/echo")
        String put();

        @PostExchange("/internal/echo")
        String post();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportHttpServices(group = "post-service", types = Echo.class)
    static class Caller {}

    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicReference<String> authorization = new AtomicReference<>("");
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer target = start();
    private volatile boolean slow;

    @AfterEach
    void stop() {
        end.countDown();
        target.stop(0);
    }

    @Test
    void provesThisServiceToThatService() {
        call(client -> assertThat(client.echo()).isEqualTo("hello"));

        assertThat(authorization.get()).startsWith("Bearer ").satisfies(bearer -> {
            var token = SignedJWT.parse(bearer.substring("Bearer ".length()));
            assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("test-service");
            assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("post-service");
        });
    }

    @Test
    void saysAtStartThatAKeyIsMissing() {
        runner().withBean(ServiceIdentity.class, () -> new ServiceIdentity("test-service", ""))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("post-service"));
    }

    @Test
    void turnsAbsenceAndOutageIntoProblems() {
        call(client -> {
            status.set(404);
            assertThatThrownBy(client::echo).isInstanceOf(NotFound.class);
            status.set(503);
            assertThatThrownBy(client::echo).isInstanceOf(Unavailable.class);
            target.stop(0);
            assertThatThrownBy(client::echo)
                    .isInstanceOf(Unavailable.class)
                    .hasMessage("post-service is temporarily unavailable");
        });
    }

    @Test
    void stopsAskingATargetThatIsDown() {
        status.set(503);
        call(client -> {
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(client::echo).isInstanceOf(Unavailable.class);
            }
        });
        assertThat(calls).hasValue(4);
    }

    @Test
    void absenceIsNoOutage() {
        status.set(404);
        call(client -> {
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(client::echo).isInstanceOf(NotFound.class);
            }
        });
        assertThat(calls).hasValue(20);
    }

    @Test
    void repeatsWhatIsIdempotent() {
        call(client -> {
            failures.set(1);
            assertThat(client.echo()).isEqualTo("hello");
            failures.set(1);
            assertThat(client.put()).isEqualTo("hello");
        });
        assertThat(calls).hasValue(4);
    }

    @Test
    void repeatsOnce() {
        failures.set(2);

        call(client -> assertThatThrownBy(client::echo).isInstanceOf(Unavailable.class));
        assertThat(calls).hasValue(2);
    }

    @Test
    void repeatsAfterABrokenConnection() {
        broken.set(1);

        call(client -> assertThat(client.put()).isEqualTo("hello"));
        assertThat(calls).hasValue(2);
    }

    @Test
    void neverRepeatsWhatCouldCountTwice() {
        failures.set(1);

        call(client -> assertThatThrownBy(client::post).isInstanceOf(Unavailable.class));
        assertThat(calls).hasValue(1);
    }

    @Test
    void givesUpOnWhoIsSlow() {
        call(client -> {
            assertThat(client.echo()).isEqualTo("hello");
            slow = true;
            assertThatThrownBy(client::echo).isInstanceOf(Unavailable.class);
        });
        assertThat(calls).hasValue(2);
    }

    @Test
    void spreadsRepetitionsOverTime() {
        runner().withBean(ServiceIdentity.class, ServiceGroupsTests::identity).run(context -> {
            var interval = context.getBean(RetryRegistry.class)
                    .retry("post-service")
                    .getRetryConfig()
                    .getIntervalBiFunction();
            assertThat(Stream.generate(() -> interval.apply(1, null)).limit(20).distinct())
                    .hasSizeGreaterThan(1)
                    .allSatisfy(millis -> assertThat(Duration.ofMillis(millis))
                            .isBetween(Duration.ofMillis(50), Duration.ofMillis(150)));
        });
    }

    private void call(Consumer<Echo> work) {
        runner().withBean(ServiceIdentity.class, ServiceGroupsTests::identity).run(context -> {
            assertThat(context).hasNotFailed();
            work.accept(context.getBean(Echo.class));
        });
    }

    private static ServiceIdentity identity() {
        return new ServiceIdentity("test-service", "post-service=" + TestTokens.key("test-service", "post-service"));
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withInitializer(ServiceGroupsTests::loadDefaults)
                .withPropertyValues(
                        "spring.application.name=test-service",
                        "microblog.services.post-service=http://127.0.0.1:"
                                + target.getAddress().getPort(),
                        "resilience4j.circuitbreaker.configs.default.minimum-number-of-calls=4",
                        "resilience4j.circuitbreaker.configs.default.sliding-window-size=4")
                .withConfiguration(AutoConfigurations.of(
                        CircuitBreakerAutoConfiguration.class,
                        RetryAutoConfiguration.class,
                        HttpClientAutoConfiguration.class,
                        HttpServiceClientPropertiesAutoConfiguration.class,
                        ImperativeHttpClientAutoConfiguration.class,
                        RestClientAutoConfiguration.class,
                        HttpServiceClientAutoConfiguration.class,
                        KitClientAutoConfiguration.class))
                .withUserConfiguration(Caller.class);
    }

    private static void loadDefaults(ConfigurableApplicationContext context) {
        try {
            new YamlPropertySourceLoader()
                    .load("service-kit.yml", new ClassPathResource("service-kit.yml"))
                    .forEach(context.getEnvironment().getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(runnable -> Thread.ofVirtual().start(runnable));
            server.createContext("/internal/echo", this::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        authorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
        try (exchange) {
            if (broken.getAndDecrement() > 0) {
                return;
            }
            if (slow) {
                end.await();
            }
            byte[] body = "hello".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(failures.getAndDecrement() > 0 ? 503 : status.get(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
