package io.microblog.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Services die in the middle of the work and come back: nothing that was acknowledged is missing or doubled. */
class CrashTests {

    private static final int WRITERS = 3;
    private static final Duration HEALING = Duration.ofMinutes(3);
    /** Two services start one after the other meanwhile, on a machine that may do other work. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final RunningPlatform platform = RunningPlatform.get();
    private final Person author = Person.signUp("author");
    private final Person follower = Person.signUp("follower");
    private final String word = "Ammonite" + author.username.replaceAll("[^a-z]", "");

    @Test
    void nothingAcknowledgedIsLostOrDoubledWhenPostAndSearchServiceAreKilled() throws Exception {
        follower.follow(author);
        author.awaitNotified("follow", 1);
        var posting = new AtomicBoolean(true);
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> running = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(i -> writers.submit(() -> write(posting, acknowledged)))
                    .toList();
            awaitMore(acknowledged);
            platform.kill("post-service");
            platform.start("post-service");
            awaitMore(acknowledged);
            platform.kill("search-service");
            awaitMore(acknowledged);
            platform.kill("post-service");
            platform.start("search-service");
            platform.start("post-service");
            awaitMore(acknowledged);
            posting.set(false);
            for (Future<?> writer : running) {
                writer.get();
            }
        }

        assertEverythingArrivedOnce(List.copyOf(acknowledged));
    }

    /** Posts one after the other; a post whose outcome is unknown is tried again under the same idempotency key. */
    private void write(AtomicBoolean posting, Queue<String> acknowledged) {
        while (posting.get()) {
            String key = UUID.randomUUID().toString();
            acknowledged.add(postUntilAcknowledged(key));
        }
    }

    private String postUntilAcknowledged(String key) {
        String text = "@" + follower.username + " " + word + " " + key;
        return await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(
                        () -> new Http()
                                .with("Authorization", author.authorization())
                                .with("Idempotency-Key", key)
                                .post("/api/v1/statuses", Map.of("status", text, "language", "en"))
                                .expect(200)
                                .json()
                                .get("id")
                                .asString(),
                        id -> !id.isEmpty());
    }

    private static void awaitMore(Queue<String> acknowledged) throws InterruptedException {
        int target = acknowledged.size() + 5;
        await().atMost(PATIENCE).until(() -> acknowledged.size() >= target);
        TimeUnit.MILLISECONDS.sleep(100);
    }

    private void assertEverythingArrivedOnce(List<String> posts) {
        assertThat(posts).doesNotHaveDuplicates();
        await().atMost(HEALING)
                .untilAsserted(() -> assertThat(allOf(author, "/api/v1/accounts/" + author.id + "/statuses"))
                        .containsExactlyInAnyOrderElementsOf(posts));
        await().atMost(HEALING)
                .untilAsserted(() -> assertThat(allOf(follower, "/api/v1/timelines/home"))
                        .containsExactlyInAnyOrderElementsOf(posts));
        await().atMost(HEALING)
                .untilAsserted(() -> assertThat(notifiedPosts()).containsExactlyInAnyOrderElementsOf(posts));
        await().atMost(HEALING).untilAsserted(() -> assertThat(found()).containsExactlyInAnyOrderElementsOf(posts));
        await().atMost(HEALING)
                .untilAsserted(() -> assertThat(follower.mails.all().stream()
                                .filter(mail -> mail.text().contains(word)))
                        .hasSameSizeAs(posts));
    }

    private List<String> notifiedPosts() {
        return pages(follower, "/api/v1/notifications?types[]=mention").stream()
                .map(notification -> notification.at("/status/id").asString())
                .toList();
    }

    private List<String> found() {
        var all = new ArrayList<String>();
        List<String> page;
        do {
            page = Person.ids(follower.api
                    .get("/api/v2/search?type=statuses&limit=40&offset=" + all.size() + "&q=" + word)
                    .expect(200)
                    .json()
                    .get("statuses"));
            all.addAll(page);
        } while (!page.isEmpty());
        return all;
    }

    private static List<String> allOf(Person reader, String path) {
        return pages(reader, path + "?").stream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private static List<JsonNode> pages(Person reader, String path) {
        var all = new ArrayList<JsonNode>();
        String older = "";
        while (true) {
            JsonNode page =
                    reader.api.get(path + "&limit=40" + older).expect(200).json();
            if (page.isEmpty()) {
                return all;
            }
            page.forEach(all::add);
            older = "&max_id=" + all.getLast().get("id").asString();
        }
    }
}
