package io.microblog.translation.budget;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.microblog.local.sandbox.translator.TranslatorSandbox;
import io.microblog.translation.APost;
import io.microblog.translation.PostServiceStub;
import io.microblog.translation.Reader;
import io.microblog.translation.Reader.Answer;
import io.microblog.translation.TranslationTest;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@TranslationTest
class BudgetIntegrationTests {

    @Autowired
    private TranslatorSandbox translator;

    @Autowired
    private PostServiceStub posts;

    @Autowired
    private AllowanceRepository allowances;

    @Autowired
    private Budget budget;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final LocalDate month = today.withDayOfMonth(1);
    private long callsBefore;

    @BeforeEach
    @AfterEach
    void nothingUsed() {
        jdbc.sql("DELETE FROM allowance").update();
        posts.heal();
        translator.heal();
        callsBefore = translator.calls();
    }

    @Test
    void countsWhatTheProviderCharges() {
        long chargedBefore = translator.characters();

        Reader bob = Reader.of(42, port);
        APost post = posts.put(aPost());
        bob.translates(post);
        bob.translates(post);

        long charged = translator.characters() - chargedBefore;
        assertThat(charged).isPositive();
        assertThat(allowances.used("characters", month)).isEqualTo(charged);
        assertThat(allowances.used("person:42", today)).isEqualTo(1);
        assertThat(meters.get("microblog.translation.characters").gauge().value())
                .isEqualTo((double) charged);
    }

    @Test
    void stopsWhenTheMonthsCharactersAreUsedUp() {
        Reader bob = Reader.of(42, port);
        APost known = posts.put(aPost());
        bob.translates(known);
        allowances.take("characters", month, 2_000_000 - 20 - allowances.used("characters", month), 2_000_000);

        Answer answer = bob.translates(posts.put(aPost()));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.error()).isEqualTo("The translation budget of this month is used up");
        assertThat(answer.response().headers().firstValueAsLong("Retry-After").orElse(0))
                .isPositive();
        assertThat(translator.calls() - callsBefore).isEqualTo(1);
        assertThat(allowances.used("person:42", today)).isEqualTo(1);
        assertThat(bob.translates(known).status()).isEqualTo(200);
    }

    @Test
    void stopsSomebodyWhoWantsTooMuchInADay() {
        Reader bob = Reader.of(42, port);
        APost known = posts.put(aPost());
        bob.translates(known);
        allowances.take("person:42", today, 199, 200);
        APost post = posts.put(aPost());

        Answer answer = bob.translates(post);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(bob.translates(known).status()).isEqualTo(200);
        assertThat(new Reader(43, port).translates(post).status()).isEqualTo(200);
        assertThat(bob.translates(post).status()).isEqualTo(200);
    }

    @Test
    void neverHandsOutMoreThanThereIs() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var takers = threads.invokeAll(IntStream.range(0, 200)
                    .<java.util.concurrent.Callable<Boolean>>mapToObj(i -> () -> allowances.take("test", today, 7, 700))
                    .toList());
            int taken = 0;
            for (Future<Boolean> taker : takers) {
                taken += taker.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(100);
        }
        assertThat(allowances.used("test", today)).isEqualTo(700);
    }

    @Test
    void forgetsWhoHadTranslationsYesterday() {
        allowances.take("person:42", today.minusDays(1), 1, 200);
        allowances.take("person:42", today, 1, 200);
        allowances.take("characters", month, 5, 200);
        allowances.take("characters", month.minusMonths(1), 5, 200);

        budget.forget();

        assertThat(allowances.used("person:42", today.minusDays(1))).isZero();
        assertThat(allowances.used("person:42", today)).isEqualTo(1);
        assertThat(allowances.used("characters", month)).isEqualTo(5);
        assertThat(allowances.used("characters", month.minusMonths(1))).isEqualTo(5);
    }

    private static APost aPost() {
        return APost.saying("<p>A text nobody wrote before: " + UUID.randomUUID() + "</p>");
    }
}
