package io.microblog.translation.provider;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.microblog.local.sandbox.http.Fault;
import io.microblog.local.sandbox.translator.TranslatorSandbox;
import io.microblog.translation.APost;
import io.microblog.translation.PostServiceStub;
import io.microblog.translation.Reader;
import io.microblog.translation.Reader.Answer;
import io.microblog.translation.TranslationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@TranslationTest
class OutageIntegrationTests {

    @Autowired
    private TranslatorSandbox translator;

    @Autowired
    private PostServiceStub posts;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Reader bob;
    private long callsBefore;

    @BeforeEach
    void allIsWell() {
        heal();
        bob = Reader.of(42, port);
        callsBefore = translator.calls();
    }

    @AfterEach
    void heal() {
        posts.heal();
        translator.heal();
        breakers.circuitBreaker("translator").reset();
    }

    static List<Fault> faults() {
        return List.of(
                Fault.status500(),
                Fault.status429(Duration.ofSeconds(60)),
                Fault.timeout(),
                Fault.garbage(),
                Fault.partial(),
                Fault.lostReply());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysClearlyThatItCannotTranslateNow(Fault fault) {
        APost post = posts.put(aPost());
        long charactersBefore = charactersUsed();
        translator.fail(fault);

        Answer answer = bob.translates(post);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.error()).isEqualTo("Translation is temporarily unavailable");
        assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(rows("translation_claim")).isZero();
        boolean perhapsCharged = List.of(
                        Fault.Kind.TIMEOUT, Fault.Kind.GARBAGE, Fault.Kind.PARTIAL, Fault.Kind.LOST_REPLY)
                .contains(fault.kind());
        assertThat(charactersUsed() > charactersBefore).isEqualTo(perhapsCharged);

        translator.heal();
        assertThat(bob.translates(post).content()).startsWith("<p>[de] ");
    }

    @Test
    void repeatsWhatFailedInPassing() {
        translator.fail(Fault.status500().times(2));

        assertThat(bob.translates(posts.put(aPost())).status()).isEqualTo(200);
        assertThat(translator.calls() - callsBefore).isEqualTo(3);
    }

    @Test
    void waitsAsLongAsItWasAskedTo() {
        translator.fail(Fault.status429(Duration.ofSeconds(1)).times(1));
        long start = System.nanoTime();

        assertThat(bob.translates(posts.put(aPost())).status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
        assertThat(translator.calls() - callsBefore).isEqualTo(2);
    }

    @Test
    void doesNotWaitLongerThanItsDeadline() {
        translator.fail(Fault.status429(Duration.ofSeconds(60)));

        Answer answer = bob.translates(posts.put(aPost()));

        assertThat(answer.response().headers().firstValue("Retry-After")).contains("60");
        assertThat(translator.calls() - callsBefore).isEqualTo(1);
    }

    @Test
    void doesNotRepeatWhatMayHaveBeenCharged() {
        translator.fail(Fault.lostReply());

        assertThat(bob.translates(posts.put(aPost())).status()).isEqualTo(503);
        assertThat(translator.calls() - callsBefore).isEqualTo(1);
    }

    @Test
    void leavesTheProviderAloneWhileItIsDown() {
        APost known = posts.put(aPost());
        bob.translates(known);
        translator.fail(Fault.status500());
        for (int i = 0; i < 20 && !isOpen(); i++) {
            bob.translates(posts.put(aPost()));
        }
        assertThat(isOpen()).isTrue();
        long callsWhenOpen = translator.calls();

        assertThat(bob.translates(posts.put(aPost())).status()).isEqualTo(503);
        assertThat(bob.translates(known).status()).isEqualTo(200);
        assertThat(translator.calls() - callsWhenOpen).isLessThanOrEqualTo(3);

        translator.heal();
        await().atMost(Duration.ofSeconds(15))
                .until(() -> bob.translates(posts.put(aPost())).status() == 200);
    }

    @Test
    void isWellWhenTheProviderIsNot() {
        translator.fail(Fault.status500().everywhere());

        assertThat(bob.get("/api/v1/instance/translation_languages").status()).isEqualTo(200);
    }

    private boolean isOpen() {
        return switch (breakers.circuitBreaker("translator").getState()) {
            case OPEN, HALF_OPEN -> true;
            default -> false;
        };
    }

    private static APost aPost() {
        return APost.saying("<p>A text nobody wrote before: " + UUID.randomUUID() + "</p>")
                .warning("With a warning");
    }

    private long charactersUsed() {
        return jdbc.sql("SELECT coalesce(sum(used), 0) FROM allowance WHERE name = 'characters'")
                .query(Long.class)
                .single();
    }

    private int rows(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }
}
