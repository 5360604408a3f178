package io.microblog.post.instances;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.Town;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two instances share the work, and one is killed in the middle of it: what was acknowledged is there once, in the
 * database, in the topic and in homes; polls end once; scheduled posts are published once; the other one goes on.
 */
@PostServiceTest
class TwoInstancesIntegrationTests {

    private static final int WRITERS = 4;
    private static final int POLLS = 20;
    private static final int SCHEDULED = 1_000;

    private static final String LATENESS = """
            SELECT CAST(extract(epoch FROM created_at - CAST(split_part(source, ' at ', 2) AS timestamptz)) * 1000 AS bigint)
            FROM post WHERE author_id = :person ORDER BY 1
            """;

    private static final Logger LOG = LoggerFactory.getLogger(TwoInstancesIntegrationTests.class);

    @Autowired
    private Town town;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcConnectionDetails database;

    @Autowired
    private KafkaConnectionDetails kafka;

    /** That of the first instance, which is this process. */
    @Autowired
    private SmartLifecycle outboxRelay;

    private final Collection<Long> acknowledged = new ConcurrentLinkedQueue<>();

    @Test
    void nothingAcknowledgedIsLostOrDoubledWhenTheLeaderOfTwoDies() throws Exception {
        Person author = town.newcomer("author");
        Person reader = town.newcomer("reader").follows(author);
        List<Long> polls = IntStream.range(0, POLLS)
                .mapToObj(number -> poll(author, reader))
                .toList();
        acknowledged.addAll(polls);
        var posting = new AtomicBoolean(true);

        try (SecondInstance second = SecondInstance.start(settings());
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            letLead(author);
            List<Future<?>> running = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(number -> writers.submit(() -> write(posting, author, second)))
                    .toList();
            awaitMore();
            jdbc.sql("UPDATE poll SET expires_at = now() WHERE author_id = :author")
                    .param("author", author.id())
                    .update();
            awaitMore();
            second.kill();
            awaitMore();
            posting.set(false);
            for (Future<?> writer : running) {
                writer.get();
            }
        }
        town.settle();

        List<Long> posts =
                acknowledged.stream().sorted(Comparator.reverseOrder()).toList();
        assertThat(posts).doesNotHaveDuplicates();
        assertThat(ids("SELECT id FROM post WHERE author_id = :person ORDER BY id DESC", author))
                .isEqualTo(posts);
        assertThat(ids("SELECT post_id FROM home_timeline WHERE owner_id = :person ORDER BY post_id DESC", reader))
                .isEqualTo(posts);
        assertThat(town.subjects("post.post.v1", "PostCreated")).containsAll(posts);
        assertThat(town.subjects("post.engagement.v1", "PollEnded").stream().filter(polls::contains))
                .containsExactlyInAnyOrderElementsOf(polls);
        assertThat(town.count("SELECT followers FROM author_counts WHERE author_id = " + author.id()))
                .isOne();
        assertThat(town.count("SELECT statuses FROM author_counts WHERE author_id = " + author.id()))
                .isEqualTo(posts.size());
    }

    @Test
    void eachScheduledPostIsPublishedOnceAndNoneEarlyThoughOneOfTwoDies() throws Exception {
        Person author = town.newcomer("planner");
        String inAnHour = Instant.now().plus(Duration.ofHours(1)).toString();
        long pattern = author.tries(Map.of("status", "Later", "scheduled_at", inAnHour))
                .id();

        try (SecondInstance second = SecondInstance.start(settings())) {
            schedule(SCHEDULED, pattern);
            author.deletes("/api/v1/scheduled_statuses/" + pattern);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> publishedBy(0, author) >= 100 && publishedBy(1, author) >= 100);
            second.kill();
        }
        assertThat(publishedBy(0, author) + publishedBy(1, author)).isLessThan(SCHEDULED);
        // What the dead one was at is due again after a minute; here at once.
        jdbc.sql("UPDATE scheduled_post SET try_at = now() WHERE author_id = :author AND attempts > 0")
                .param("author", author.id())
                .update();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> town.count("SELECT count(*) FROM scheduled_post WHERE author_id = " + author.id()) == 0);
        town.settle();

        List<Long> posts = ids("SELECT id FROM post WHERE author_id = :person", author);
        assertThat(posts).hasSize(SCHEDULED);
        assertThat(town.count("SELECT count(DISTINCT source) FROM post WHERE author_id = " + author.id()))
                .isEqualTo(SCHEDULED);
        assertThat(town.subjects("post.post.v1", "PostCreated").stream().filter(posts::contains))
                .containsExactlyInAnyOrderElementsOf(posts);
        List<Long> lateness = ids(LATENESS, author);
        assertThat(lateness.getFirst()).isNotNegative();
        LOG.info("p99 of lateness: {} ms", lateness.get(SCHEDULED * 99 / 100));
    }

    /** As many as one hundred a second are due from the next second on; each says when. */
    private void schedule(int number, long pattern) {
        jdbc.sql("""
                INSERT INTO scheduled_post (id, author_id, due_at, params, try_at)
                SELECT -s.id - n, s.author_id, due, jsonb_set(s.params, '{text}', to_jsonb(n || ' at ' || due)), due
                FROM scheduled_post s, generate_series(1, :number) AS n,
                    date_trunc('milliseconds', now() + interval '1 second' + n * interval '10 milliseconds') AS due
                WHERE s.id = :pattern
                """).param("number", number).param("pattern", pattern).update();
    }

    /** As the ids tell. */
    private long publishedBy(int node, Person author) {
        return town.count(
                "SELECT count(*) FROM post WHERE (id >> 10) & 63 = " + node + " AND author_id = " + author.id());
    }

    /** The second instance relays from now on: events leave while the first one's relay stands still. */
    private void letLead(Person author) {
        outboxRelay.stop();
        acknowledged.add(author.posts("Who carries this?"));
        await().until(() -> town.count("SELECT count(*) FROM outbox") == 0);
        outboxRelay.start();
    }

    private long poll(Person author, Person voter) {
        Reply post = author.tries(
                Map.of("status", "Which?", "poll", Map.of("options", List.of("This", "That"), "expires_in", 3_600)));
        String poll = post.body().path("poll").path("id").asString();
        voter.sends(HttpMethod.POST, "/api/v1/polls/" + poll + "/votes", Map.of("choices", List.of(1)));
        return post.id();
    }

    /** Posts one after the other, by turns through both; what has no outcome is tried again with the same key. */
    private void write(AtomicBoolean posting, Person author, SecondInstance second) {
        for (int number = 0; posting.get(); number++) {
            String key = UUID.randomUUID().toString();
            Map<String, String> status = Map.of("status", "Post " + key);
            if (number % 2 == 0 || !postElsewhere(author, second, key, status)) {
                Reply reply = author.triesWithKey(key, status);
                assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
                acknowledged.add(reply.id());
            }
        }
    }

    private boolean postElsewhere(Person author, SecondInstance second, String key, Map<String, String> status) {
        try {
            var response = second.post(author.id(), key, status);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            acknowledged.add(
                    JsonMapper.shared().readTree(response.body()).path("id").asLong());
            return true;
        } catch (IOException unknown) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void awaitMore() {
        int target = acknowledged.size() + 20;
        await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged.size() >= target);
    }

    private List<Long> ids(String sql, Person person) {
        return jdbc.sql(sql)
                .param("person", person.id())
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("spring.datasource.url", database.getJdbcUrl());
        settings.put("spring.datasource.username", String.valueOf(database.getUsername()));
        settings.put("spring.datasource.password", String.valueOf(database.getPassword()));
        settings.put("spring.kafka.bootstrap-servers", String.join(",", kafka.getBootstrapServers()));
        settings.put("microblog.node", "1");
        Stream.of(
                        "microblog.media.directory",
                        "microblog.security.keys-to",
                        "microblog.security.keys-from",
                        "microblog.security.jwks-url",
                        "microblog.services.user-service")
                .forEach(name -> settings.put(name, environment.getRequiredProperty(name)));
        return settings;
    }
}
