package io.microblog.search.index;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.jayway.jsonpath.JsonPath;
import io.microblog.local.engine.ElasticsearchEngine;
import io.microblog.search.APost;
import io.microblog.search.EventWriter;
import io.microblog.search.Reader;
import io.microblog.search.Rows;
import io.microblog.search.SearchServiceApplication;
import io.microblog.search.SearchTest;
import io.microblog.search.Somebody;
import io.microblog.search.document.DocumentKind;
import io.microblog.testing.ServiceProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Of two instances the one that rebuilds is killed in the middle of it, while posts are written, edited and deleted: the
 * other one goes on, nobody who searches notices, and the new index holds each post once and as it is.
 */
@SearchTest
class KilledRebuildIntegrationTests {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int POSTS = 800;
    private static final int SMALL_BATCH = 2;

    @Autowired
    EventWriter events;

    @Autowired
    Reader reader;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ElasticsearchClient client;

    @Autowired
    IndexTargets targets;

    @Autowired
    IndexAdmin admin;

    /** That of the first instance, which is this process. */
    @Autowired
    IndexKeeper keeper;

    @Autowired
    Environment environment;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    KafkaConnectionDetails kafka;

    @Autowired
    ElasticsearchEngine elasticsearch;

    private final Somebody alice = Somebody.named("alice");
    private final AtomicBoolean writing = new AtomicBoolean(true);
    private final Map<Long, APost> kept = new HashMap<>();
    private final List<APost> deleted = new ArrayList<>();
    private int searches;

    @AfterEach
    void keepOn() {
        if (!keeper.isRunning()) {
            keeper.start();
        }
    }

    @Test
    void losesAndDoublesNothing() throws Exception {
        events.write(alice.registered());
        List<APost> posts = IntStream.range(0, POSTS)
                .mapToObj(n -> APost.by(alice).saying("steadfast " + n))
                .toList();
        posts.forEach(post -> events.write(post.created()));
        posts.forEach(rows::awaitIndexed);
        await().atMost(LONG)
                .until(() -> Stream.of(DocumentKind.values())
                        .allMatch(kind -> targets.of(kind).live() != null));
        String before = Objects.requireNonNull(targets.of(DocumentKind.POSTS).live());
        keeper.stop();

        try (ServiceProcess second = ServiceProcess.start(SearchServiceApplication.class, settings())) {
            assertThat(targets.order(Order.REBUILD)).isTrue();
            awaitCopied(1, second);
            CompletableFuture<Void> searcher = CompletableFuture.runAsync(this::search);
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(posts));
            awaitCopied(POSTS / 4, second);
            second.kill();
            String half = targets.of(DocumentKind.POSTS).building();
            assertThat(half).as("what was being built at the kill").isNotNull();
            keeper.start();
            await().atMost(LONG)
                    .until(() -> Stream.of(DocumentKind.values())
                            .map(targets::of)
                            .allMatch(now -> now.building() == null && now.ordered() == null));
            writing.set(false);
            writer.join();
            searcher.join();
            assertThat(searches).isPositive();
            assertThat(targets.of(DocumentKind.POSTS)).isEqualTo(new IndexTargets.Targets(half, null, before, null));
        }

        await().atMost(LONG).untilAsserted(() -> assertThat(rows.dirty()).isZero());
        assertThat(deleted).isNotEmpty();
        deleted.forEach(rows::awaitDeleted);
        kept.values().forEach(rows::awaitIndexed);
        IndexedPosts indexed = new IndexedPosts(jdbc, client);
        indexed.assertEqualRows();
        assertThat(indexed.versions().keySet())
                .containsAll(kept.keySet())
                .doesNotContainAnyElementsOf(deleted.stream().map(APost::id).toList());
        assertThat(admin.published(DocumentKind.POSTS))
                .containsExactly(targets.of(DocumentKind.POSTS).live());
    }

    private void awaitCopied(int posts, ServiceProcess second) {
        await().atMost(LONG).pollInterval(Duration.ofMillis(20)).until(() -> {
            assertThat(second.isAlive()).as("see target/second-instance.log").isTrue();
            return targets.of(DocumentKind.POSTS).building() != null
                    && targets.progress(DocumentKind.POSTS).copied() >= posts;
        });
    }

    /** Edits, deletes and writes by turns, those that are copied already and those that are not. */
    private void write(List<APost> posts) {
        posts.forEach(post -> kept.put(post.id(), post));
        for (int n = 0; writing.get() && n < POSTS / 2; n++) {
            APost changed = posts.get(n).edit().saying("steadfast, but changed " + n);
            APost gone = posts.get(POSTS - 1 - n);
            APost added = APost.by(alice).saying("steadfast and new " + n);
            if (n % 2 == 0) {
                events.write(changed.edited());
                kept.put(changed.id(), changed);
            } else {
                events.write(gone.deleted());
                kept.remove(gone.id());
                deleted.add(gone);
            }
            events.write(added.created());
            kept.put(added.id(), added);
        }
    }

    /** What a busy machine answers too late says nothing of the index. */
    private void search() {
        while (writing.get()) {
            MvcTestResult answer = reader.get("/api/v2/search?type=statuses&limit=40&q=steadfast");
            if (answer.getResponse().getStatus() != HttpStatus.SERVICE_UNAVAILABLE.value()) {
                List<String> found = JsonPath.read(Reader.body(answer), "$.statuses[*].id");
                assertThat(found).hasSize(40).doesNotHaveDuplicates();
                searches++;
            }
        }
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("spring.datasource.url", database.getJdbcUrl());
        settings.put("spring.datasource.username", String.valueOf(database.getUsername()));
        settings.put("spring.datasource.password", String.valueOf(database.getPassword()));
        settings.put("spring.kafka.bootstrap-servers", String.join(",", kafka.getBootstrapServers()));
        settings.put("spring.elasticsearch.uris", elasticsearch.uri());
        settings.put("microblog.search.indexing.batch-size", String.valueOf(SMALL_BATCH));
        settings.put("microblog.search.indexing.check-interval", "200ms");
        Stream.of(
                        "microblog.security.keys-to",
                        "microblog.security.keys-from",
                        "microblog.security.jwks-url",
                        "microblog.services.post-service",
                        "microblog.services.user-service")
                .forEach(name -> settings.put(name, environment.getRequiredProperty(name)));
        return settings;
    }
}
