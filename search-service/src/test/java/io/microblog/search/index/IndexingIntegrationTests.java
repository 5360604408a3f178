package io.microblog.search.index;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.microblog.local.engine.ElasticsearchEngine;
import io.microblog.search.APost;
import io.microblog.search.EventWriter;
import io.microblog.search.Reader;
import io.microblog.search.Rows;
import io.microblog.search.SearchTest;
import io.microblog.search.Somebody;
import io.microblog.search.document.DocumentKind;
import io.microblog.search.document.DocumentRows;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The index equals the rows, whatever happens to Elasticsearch. */
@SearchTest
class IndexingIntegrationTests {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Autowired
    EventWriter events;

    @Autowired
    Reader reader;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ElasticsearchClient elasticsearch;

    @Autowired
    ElasticsearchEngine engine;

    @Autowired
    IndexAdmin admin;

    @Autowired
    IndexTargets targets;

    @Autowired
    Rebuild rebuild;

    @Autowired
    BulkWriter bulk;

    @Autowired
    DocumentRows documents;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MeterRegistry meters;

    private final Somebody alice = Somebody.named("alice");

    @BeforeEach
    void aliceIsThere() {
        events.write(alice.registered());
        await().atMost(LONG).until(() -> targets.of(DocumentKind.POSTS).live() != null);
    }

    @Test
    void losesNothingWhileElasticsearchIsDead() {
        APost before = APost.by(alice).saying("before the blackout");
        events.write(before.created());
        rows.awaitIndexed(before);

        engine.kill();
        APost changed = before.edit().saying("changed in the blackout");
        List<APost> during = posts(50, "during the blackout");
        events.write(changed.edited());
        during.forEach(post -> events.write(post.created()));
        events.write(during.getLast().deleted());
        await().atMost(LONG).until(() -> documents.countDirty(DocumentKind.POSTS) >= 50);
        long start = System.nanoTime();
        MvcTestResult answer = reader.get("/api/v2/search?q=blackout");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(3_500));
        assertThat(answer).hasStatus(503);
        assertThat(answer).headers().containsHeader("Retry-After");
        assertThat(answer).bodyJson().extractingPath("$.error").isEqualTo("Search is temporarily unavailable");

        engine.start();
        await().atMost(LONG).until(() -> documents.countDirty(DocumentKind.POSTS) == 0);
        assertIndexEqualsRows();
        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(reader.statuses("changed blackout")).contains(changed.id()));
    }

    @Test
    void leavesANewerDocumentAlone() throws IOException {
        APost post = APost.by(alice).saying("stale");
        elasticsearch.index(write -> write.index("posts")
                .id(Long.toString(post.id()))
                .version(99L)
                .versionType(VersionType.External)
                .document(Map.of("words", "newer")));
        events.write(post.created());
        rows.awaitIndexed(post);

        assertThat(elasticsearch
                        .get(get -> get.index("posts").id(Long.toString(post.id())), Map.class)
                        .version())
                .isEqualTo(99);
        events.write(post.deleted());
        rows.awaitDeleted(post);
        elasticsearch.delete(delete ->
                delete.index("posts").id(Long.toString(post.id())).version(100L).versionType(VersionType.External));
    }

    @Test
    void aDocumentThatCanNeverBeIndexedHoldsNobodyUp() {
        double refused = meters.counter("microblog.search.refused").count();
        APost poison = APost.by(alice).in("x".repeat(40_000)).saying("poison");
        APost good = APost.by(alice).saying("antidote");
        events.write(poison.created(), good.created());

        await().untilAsserted(() -> assertThat(reader.statuses("antidote")).contains(good.id()));
        rows.awaitIndexed(poison);
        assertThat(meters.counter("microblog.search.refused").count()).isEqualTo(refused + 1);
        events.write(poison.deleted());
        rows.awaitDeleted(poison);
    }

    @Test
    void severalIndexersShareTheRows() {
        List<APost> posts = posts(30, "many hands");
        posts.forEach(post -> events.write(post.created()));
        posts.forEach(rows::awaitIndexed);
        jdbc.sql("UPDATE post_document SET doc_version = doc_version + 1").update();

        var small = new IndexingProperties(7, LONG, LONG, LONG, LONG);
        List<CompletableFuture<Void>> helpers = IntStream.range(0, 3)
                .mapToObj(n -> new Indexer(DocumentKind.POSTS, documents, targets, bulk, admin, transactions, small))
                .map(indexer -> CompletableFuture.runAsync(() -> drain(indexer)))
                .toList();
        helpers.forEach(CompletableFuture::join);

        await().atMost(LONG).until(() -> documents.countDirty(DocumentKind.POSTS) == 0);
        assertIndexEqualsRows();
    }

    @Test
    void rebuildsWhilePostsComeChangeAndGo() throws IOException {
        List<APost> posts = posts(200, "before the rebuild");
        posts.forEach(post -> events.write(post.created()));
        posts.forEach(rows::awaitIndexed);
        String old = targets.of(DocumentKind.POSTS).live();

        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 100; i++) {
                events.write(
                        posts.get(i).edit().saying("edited during the rebuild").edited());
                events.write(posts.get(i + 100).deleted());
                events.write(
                        APost.by(alice).saying("written during the rebuild").created());
            }
        });
        assertThat(rebuild.run(DocumentKind.POSTS)).isTrue();
        writer.join();
        posts.subList(100, 200).forEach(rows::awaitDeleted);

        await().atMost(LONG).until(() -> documents.countDirty(DocumentKind.POSTS) == 0);
        assertIndexEqualsRows();
        String now = Objects.requireNonNull(targets.of(DocumentKind.POSTS).live());
        assertThat(now).isNotEqualTo(old);
        assertThat(admin.published(DocumentKind.POSTS)).containsExactly(now);
        assertThat(elasticsearch.indices().get(get -> get.index("posts-v*")).indices())
                .containsOnlyKeys(now);
    }

    @Test
    void throwsAwayARebuildThatDied() throws IOException {
        String live = targets.of(DocumentKind.POSTS).live();
        String half = admin.create(DocumentKind.POSTS);
        targets.startBuilding(DocumentKind.POSTS, half);

        await().atMost(LONG).until(() -> targets.of(DocumentKind.POSTS).building() == null);
        assertThat(targets.of(DocumentKind.POSTS).live()).isEqualTo(live);
        await().until(() ->
                !elasticsearch.indices().exists(exists -> exists.index(half)).value());
    }

    @Test
    void finishesARebuildThatDiedAfterTheSwitch() throws IOException {
        assertThat(rebuild.run(DocumentKind.ACCOUNTS)).isTrue();
        String live = Objects.requireNonNull(targets.of(DocumentKind.ACCOUNTS).live());
        jdbc.sql("UPDATE search_index SET live = 'accounts-v1-1', building = ? WHERE kind = 'accounts'")
                .param(live)
                .update();

        await().atMost(LONG)
                .until(() -> targets.of(DocumentKind.ACCOUNTS).equals(new IndexTargets.Targets(live, null)));
        assertThat(admin.published(DocumentKind.ACCOUNTS)).containsExactly(live);
    }

    @Test
    void buildsALostIndexAgain() throws IOException {
        APost post = APost.by(alice).saying("phoenix ashes");
        events.write(post.created());
        rows.awaitIndexed(post);

        admin.delete(Objects.requireNonNull(targets.of(DocumentKind.POSTS).live()));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(reader.get("/api/v2/search?type=statuses&q=phoenix ashes"))
                        .hasStatusOk()
                        .bodyText()
                        .contains(Long.toString(post.id())));
        assertIndexEqualsRows();
    }

    private List<APost> posts(int count, String text) {
        return IntStream.range(0, count)
                .mapToObj(n -> APost.by(alice).saying(text + " " + n))
                .toList();
    }

    private static void drain(Indexer indexer) {
        try {
            while (indexer.round().isZero()) {
                // goes on
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertIndexEqualsRows() {
        Map<Long, Long> expected = new HashMap<>();
        jdbc.sql("SELECT id, doc_version FROM post_document WHERE emptied_at IS NULL")
                .query(row -> {
                    expected.put(row.getLong("id"), row.getLong("doc_version"));
                });
        assertThat(indexed()).containsExactlyInAnyOrderEntriesOf(expected);
    }

    private Map<Long, Long> indexed() {
        try {
            elasticsearch.indices().refresh(refresh -> refresh.index("posts"));
            Map<Long, Long> versions = new HashMap<>();
            List<Hit<Void>> hits = elasticsearch
                    .search(search -> search.index("posts").size(10_000).version(true), Void.class)
                    .hits()
                    .hits();
            hits.forEach(hit -> versions.put(Long.valueOf(hit.id()), hit.version()));
            return versions;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
