package io.microblog.search.query;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.microblog.local.collection.JudgedCollection;
import io.microblog.search.APost;
import io.microblog.search.EventWriter;
import io.microblog.search.Ids;
import io.microblog.search.Reader;
import io.microblog.search.Rows;
import io.microblog.search.SearchTest;
import io.microblog.search.Somebody;
import io.microblog.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Nobody makes search slow for others, whatever they ask. */
@SearchTest
class HostileIntegrationTests {

    private static final Logger LOG = LoggerFactory.getLogger(HostileIntegrationTests.class);

    private static final int POSTS = 2_000;
    private static final int SEARCHES = 200;
    private static final int TURNS = 3;

    /** No machine measures more finely. */
    private static final Duration GRAIN = Duration.ofMillis(20);

    /** The deadline of a search, with what a busy machine adds. */
    private static final Duration BOUND = Duration.ofMillis(3_500);

    private static final List<String> USUAL =
            List.of("bread", "bicycle tyre", "Buchmesse", "снегопад", "图书馆", "vicycle", "자전거", "quiet garden ferns");

    @Autowired
    EventWriter events;

    @Autowired
    Rows rows;

    @Autowired
    MockMvcTester mvc;

    private static final AtomicBoolean WRITTEN = new AtomicBoolean();

    private final long attacker = Ids.next();

    @BeforeEach
    void thereIsSomethingToSearch() {
        if (WRITTEN.getAndSet(true)) {
            return;
        }
        Somebody author = Somebody.named("hostile" + Long.toString(System.nanoTime(), 36));
        events.write(author.registered());
        List<JudgedCollection.Post> posts = new ArrayList<>(JudgedCollection.noise(POSTS));
        posts.addAll(JudgedCollection.posts());
        APost last = APost.by(author).saying("last");
        posts.forEach(post -> events.write(
                APost.by(author).in(post.language()).saying(post.text()).created()));
        events.write(last.created());
        rows.awaitIndexed(last);
        await().untilAsserted(() -> assertThat(rows.dirty()).isZero());
    }

    @Test
    void hostileQueriesAreRefusedOrAnsweredSoon() {
        hostile().forEach(uri -> ask(uri, attacker));
        for (String uri : hostile()) {
            long start = System.nanoTime();
            MvcTestResult answer = ask(uri, attacker);
            assertThat(answer.getResponse().getStatus()).as(brief(uri)).isIn(200, 400);
            assertThat(since(start)).as(brief(uri)).isLessThan(BOUND);
        }
    }

    /** What else the machine does can slow either side: a few comparisons are made until one holds. */
    @Test
    void hostileQueriesDoNotSlowSearchesOfOthers() throws Exception {
        measure();
        Duration usual = measure();
        Duration beside = measureBesideHostileOnes();
        for (int turn = 1; turn < TURNS && !isBounded(beside, usual); turn++) {
            usual = measure();
            beside = measureBesideHostileOnes();
        }
        assertThat(isBounded(beside, usual))
                .as("p99 of a search: %s alone, %s beside hostile ones", usual, beside)
                .isTrue();
    }

    private static boolean isBounded(Duration beside, Duration usual) {
        LOG.info("p99 of a search: {} alone, {} beside hostile ones", usual, beside);
        return beside.compareTo(usual.multipliedBy(2).plus(GRAIN)) < 0;
    }

    /** Those come one after the other, as fast as they are answered. */
    private Duration measureBesideHostileOnes() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            Future<?> attack = executor.submit(() -> {
                while (!over.get()) {
                    for (String uri : hostile()) {
                        if (!over.get()) {
                            ask(uri, attacker);
                        }
                        begun.countDown();
                    }
                }
            });
            begun.await();
            try {
                return measure();
            } finally {
                over.set(true);
                attack.get();
            }
        }
    }

    /** @return the 99th percentile */
    private Duration measure() {
        List<Duration> times = new ArrayList<>();
        for (int n = 0; n < SEARCHES; n++) {
            long start = System.nanoTime();
            assertThat(ask(address(USUAL.get(n % USUAL.size())), Reader.ID)).hasStatusOk();
            times.add(since(start));
        }
        Collections.sort(times);
        return times.get(SEARCHES * 99 / 100);
    }

    private MvcTestResult ask(String uri, long account) {
        return mvc.get()
                .uri(URI.create(uri))
                .header("Authorization", "Bearer " + TestTokens.forAccount(account, "read"))
                .exchange();
    }

    private static List<String> hostile() {
        List<String> texts = List.of(
                "x".repeat(10_000),
                letters("\u4e00", 200),
                letters("\u4e00", 120),
                letters("\u3042", 200),
                letters("\uac00", 200),
                letters("\u0e01", 200),
                words("", 1_000),
                words("", 100),
                words("abcd", 33),
                words("\u0430\u0431\u0432\u0433", 33),
                "*".repeat(200),
                "a* b* c* d* e* f* g* h*",
                "?".repeat(100) + " *a*",
                "/.*.*.*.*.*a/~",
                "[a-z]{1,1000}(.*){100}",
                "#" + ".*".repeat(90),
                "#" + letters("\u4e00", 199),
                "-a ".repeat(60) + "b",
                "\"a b\" ".repeat(30),
                "from:a ".repeat(25),
                "-" + letters("\u4e00", 198));
        List<String> uris = new ArrayList<>(
                texts.stream().map(HostileIntegrationTests::address).toList());
        uris.add(address("a") + "&offset=1000&limit=40");
        uris.add(address("a") + "&offset=1000000");
        uris.add(address("a b c d e f g h i j k l m n o p q r s t u v w x y z") + "&offset=1000&limit=40");
        return uris;
    }

    private static String address(String text) {
        return "/api/v2/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static String brief(String uri) {
        return uri.substring(0, Math.min(100, uri.length()));
    }

    private static String letters(String first, int count) {
        int start = first.codePointAt(0);
        return IntStream.range(0, count)
                .mapToObj(n -> Character.toString(start + n % 80))
                .collect(Collectors.joining());
    }

    private static String words(String beginning, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> beginning + (char) ('a' + n % 26))
                .collect(Collectors.joining(" "));
    }
}
