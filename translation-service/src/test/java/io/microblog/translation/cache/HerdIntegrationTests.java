package io.microblog.translation.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.microblog.local.sandbox.translator.TranslatorSandbox;
import io.microblog.testing.TestTokens;
import io.microblog.translation.APost;
import io.microblog.translation.PostServiceStub;
import io.microblog.translation.Reader;
import io.microblog.translation.Reader.Answer;
import io.microblog.translation.TranslationServiceApplication;
import io.microblog.translation.TranslationTest;
import io.microblog.translation.provider.TranslationProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

@TranslationTest
class HerdIntegrationTests {

    @Autowired
    private TranslatorSandbox translator;

    @Autowired
    private PostServiceStub posts;

    @Autowired
    private TranslationCache cache;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @Autowired
    private TranslationProvider provider;

    @Autowired
    private ClaimRepository claims;

    @Autowired
    private JdbcConnectionDetails database;

    @Autowired
    private Environment environment;

    @LocalServerPort
    private int port;

    private Reader bob;
    private long callsBefore;

    @BeforeEach
    void count() {
        bob = Reader.of(42, port);
        posts.heal();
        translator.heal();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        callsBefore = translator.calls();
    }

    @Test
    void asksTheProviderOnceForAThousandReaders() throws Exception {
        APost post = aPost();

        List<Translation> translations = race(1_000, i -> () -> translate(post, "de"));

        assertThat(translations)
                .hasSize(1_000)
                .extracting(Translation::content)
                .containsOnly(post.content().replace("<p>", "<p>[de] "));
        assertThat(translator.calls() - callsBefore).isEqualTo(1);
    }

    @Test
    void asksOnceForEachTextAndLanguage() throws Exception {
        APost first = aPost();
        APost twin = APost.saying(first.content());
        List<APost> all = List.of(first, twin, aPost(), aPost());
        List<String> languages = List.of("de", "fr");

        race(400, i -> () -> translate(all.get(i % 4), languages.get(i / 4 % 2)));

        assertThat(translator.calls() - callsBefore).isEqualTo(6);
    }

    @Test
    void asksOnceForRequestsAtTheSameTime() throws Exception {
        APost post = posts.put(aPost());

        List<Answer> answers = race(20, i -> {
            String token = TestTokens.forAccount(i + 1);
            return () -> bob.post("/api/v1/statuses/" + post.id() + "/translate", "", token);
        });

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(translator.calls() - callsBefore).isEqualTo(1);
    }

    @Test
    void asksOnceForTwoInstances() throws Exception {
        try (ConfigurableApplicationContext second = secondInstance()) {
            int[] ports = {port, second.getEnvironment().getRequiredProperty("local.server.port", Integer.class)};
            Reader.of(42, ports[1]);
            for (int round = 0; round < 5; round++) {
                APost post = posts.put(aPost());
                long before = translator.calls();

                List<Answer> answers = race(20, i -> () -> new Reader(42, ports[i % 2]).translates(post));

                assertThat(answers).extracting(Answer::status).containsOnly(200);
                assertThat(translator.calls() - before).isEqualTo(1);
            }
        }
    }

    @Test
    void takesOverFromAnInstanceThatDied() {
        APost post = aPost();
        var wanted = new Wanted(post.id(), 1, TextKey.of(post.language(), post.content(), post.spoilerText()), "de");
        var made = new Translation("<p>x</p>", "", "de", "en", "somebody");
        claims.take(wanted, UUID.randomUUID(), Duration.ofSeconds(1));
        long start = System.nanoTime();

        assertThat(cache.get(wanted, () -> made)).isEqualTo(made);

        assertThat(System.nanoTime() - start).isGreaterThan(500_000_000L);
    }

    private ConfigurableApplicationContext secondInstance() {
        return new SpringApplicationBuilder(TranslationServiceApplication.class)
                .properties("spring.jmx.enabled=false")
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=" + database.getUsername(),
                        "--spring.datasource.password=" + database.getPassword(),
                        "--spring.kafka.listener.auto-startup=false",
                        "--microblog.translator.key=a key",
                        "--microblog.translator.url=" + translator.url(),
                        "--microblog.security.keys-to=" + TestTokens.keysTo("translation-service"),
                        "--microblog.security.jwks-url=" + environment.getProperty("microblog.security.jwks-url"),
                        "--microblog.services.post-service="
                                + environment.getProperty("microblog.services.post-service"));
    }

    private static <T> List<T> race(int runners, IntFunction<Callable<T>> runner) throws Exception {
        var start = new CyclicBarrier(runners);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (int i = 0; i < runners; i++) {
                Callable<T> task = runner.apply(i);
                running.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            var results = new ArrayList<T>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        }
    }

    private Translation translate(APost post, String target) {
        return cache.get(wanted(post, target), () -> {
            List<String> html =
                    provider.translate(List.of(post.content()), "en", target).html();
            return new Translation(html.getFirst(), "", target, "en", provider.name());
        });
    }

    private static Wanted wanted(APost post, String target) {
        return new Wanted(post.id(), 1, TextKey.of(post.language(), post.content(), post.spoilerText()), target);
    }

    private static APost aPost() {
        return APost.saying("<p>A text nobody wrote before: " + UUID.randomUUID() + "</p>");
    }
}
