package io.microblog.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.VersionType;
import io.microblog.internal.StackPart;
import io.microblog.local.engine.ElasticsearchEngine;
import io.microblog.search.APost;
import io.microblog.search.EventWriter;
import io.microblog.search.Reader;
import io.microblog.search.Rows;
import io.microblog.search.SearchTest;
import io.microblog.search.Somebody;
import io.microblog.search.document.Document;
import io.microblog.search.document.DocumentKind;
import io.microblog.search.document.DocumentRows;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

/** The index equals the rows, whatever happens to Elasticsearch. */
@SearchTest
@ExtendWith(OutputCaptureExtension.class)
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
    SearchStackController stack;

    @Autowired
    ElasticsearchEngine engine;

    @Autowired
    IndexAdmin admin;

    @Autowired
    IndexTargets targets;

    @Autowired
    Rebuild rebuild;

    @Autowired
    RebuildLock lock;

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
                .containsOnlyKeys(now, Objects.requireNonNull(old));
    }

    @Test
    void goesOnWithARebuildThatWasKilled() throws IOException {
        List<APost> posts = posts(60, "before the kill");
        posts.forEach(post -> events.write(post.created()));
        posts.forEach(rows::awaitIndexed);
        String old = Objects.requireNonNull(targets.of(DocumentKind.POSTS).live());
        String half = admin.create(DocumentKind.POSTS);
        APost edited = posts.getFirst().edit().saying("edited after the kill");

        assertThatIOException()
                .isThrownBy(() -> lock.tryRun(DocumentKind.POSTS, () -> {
                    targets.startBuilding(DocumentKind.POSTS, half);
                    copySome(half, 30);
                    events.write(
                            edited.edited(),
                            posts.get(1).deleted(),
                            posts.getLast().deleted());
                    throw new IOException("killed");
                }));
        APost late = APost.by(alice).saying("written after the kill");
        events.write(late.created());
        while (targets.of(DocumentKind.POSTS).building() != null) {
            assertThat(reader.statuses("before the kill"))
                    .contains(posts.get(30).id());
        }

        rows.awaitIndexed(late);
        rows.awaitDeleted(posts.getLast());
        await().atMost(LONG).until(() -> documents.countDirty(DocumentKind.POSTS) == 0);
        assertThat(targets.of(DocumentKind.POSTS)).isEqualTo(new IndexTargets.Targets(half, null, old, null));
        assertIndexEqualsRows();
    }

    private void copySome(String index, int count) {
        transactions.executeWithoutResult(_ -> {
            List<Document> first = documents.scan(DocumentKind.POSTS, -1, count);
            try {
                bulk.write(first, List.of(index), false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            targets.advance(
                    DocumentKind.POSTS,
                    new IndexTargets.Progress(first.getLast().id(), count, 0));
        });
    }

    @Test
    void throwsAwayAHalfIndexOfAnotherDefinition() throws IOException {
        String live = targets.of(DocumentKind.POSTS).live();
        String half = "posts-vother-1";
        elasticsearch.indices().create(create -> create.index(half));
        targets.startBuilding(DocumentKind.POSTS, half);

        await().atMost(LONG).until(() -> targets.of(DocumentKind.POSTS).building() == null);
        assertThat(targets.of(DocumentKind.POSTS).live()).isEqualTo(live);
        await().until(() -> !admin.exists(half));
    }

    @Test
    void throwsAwayAnIndexThatIsNotAsTheRowsSay() throws IOException {
        APost post = APost.by(alice).saying("all there");
        events.write(post.created());
        rows.awaitIndexed(post);
        String live = targets.of(DocumentKind.POSTS).live();
        String hollow = admin.create(DocumentKind.POSTS);

        assertThatIOException()
                .isThrownBy(() -> lock.tryRun(DocumentKind.POSTS, () -> {
                    targets.startBuilding(DocumentKind.POSTS, hollow);
                    targets.advance(DocumentKind.POSTS, new IndexTargets.Progress(Long.MAX_VALUE, 1, 0));
                    throw new IOException("killed");
                }));

        await().atMost(LONG).until(() -> targets.of(DocumentKind.POSTS).building() == null);
        assertThat(targets.of(DocumentKind.POSTS).live()).isEqualTo(live);
    }

    @Test
    void rebuildsByOrderAndRollsBack() throws IOException {
        APost before = APost.by(alice).saying("rollback before");
        events.write(before.created());
        rows.awaitIndexed(before);
        String old = targets.of(DocumentKind.POSTS).live();

        assertThat(targets.order(Order.REBUILD)).isTrue();
        assertThat(targets.order(Order.REBUILD)).isFalse();
        await().atMost(LONG).until(this::allIsDone);
        assertThat(targets.of(DocumentKind.POSTS).live()).isNotEqualTo(old);
        APost after = APost.by(alice).saying("rollback after");
        events.write(before.deleted(), after.created());
        rows.awaitDeleted(before);
        rows.awaitIndexed(after);

        assertThat(rebuild.canGoBack(DocumentKind.POSTS)).isTrue();
        assertThat(targets.order(Order.ROLL_BACK)).isTrue();
        await().atMost(LONG).until(this::allIsDone);
        assertThat(targets.of(DocumentKind.POSTS).live()).isEqualTo(old);
        assertIndexEqualsRows();
    }

    private boolean allIsDone() {
        return Stream.of(DocumentKind.values())
                .map(targets::of)
                .allMatch(now -> now.building() == null && now.ordered() == null);
    }

    @Test
    void tellsHowMuchIsStored() {
        List<StackPart> parts = stack.parts();

        assertThat(parts).extracting(StackPart::name).containsExactly("postgresql", "elasticsearch");
        assertThat(parts).allSatisfy(part -> assertThat(part.bytes()).isPositive());
        assertThat(reader.get("/internal/stack")).hasStatus4xxClientError();
    }

    @Test
    void onlyTheLauncherMayOrder() {
        assertThat(reader.get("/internal/admin/indices")).hasStatus4xxClientError();
        assertThat(reader.order("/internal/admin/indices/reindex", "gateway")).hasStatus(403);
        assertThat(targets.of(DocumentKind.POSTS).ordered()).isNull();
    }

    @Test
    void finishesARebuildThatDiedAfterTheSwitch() throws IOException {
        assertThat(rebuild.run(DocumentKind.ACCOUNTS)).isTrue();
        String live = Objects.requireNonNull(targets.of(DocumentKind.ACCOUNTS).live());
        jdbc.sql("UPDATE search_index SET live = 'accounts-v1-1', building = ? WHERE kind = 'accounts'")
                .param(live)
                .update();

        await().atMost(LONG)
                .until(() -> targets.of(DocumentKind.ACCOUNTS)
                        .equals(new IndexTargets.Targets(live, null, "accounts-v1-1", null)));
        assertThat(admin.published(DocumentKind.ACCOUNTS)).containsExactly(live);
    }

    @Test
    void saysThatTheDefinitionChangedAndBuildsAnew(CapturedOutput log) throws IOException {
        APost post = APost.by(alice).saying("redefined");
        events.write(post.created());
        rows.awaitIndexed(post);
        String live = Objects.requireNonNull(targets.of(DocumentKind.POSTS).live());
        String old = "posts-vother-2";

        elasticsearch.indices().create(create -> create.index(old));
        admin.publish(DocumentKind.POSTS, old);
        jdbc.sql("UPDATE search_index SET live = ? WHERE kind = 'posts'")
                .param(old)
                .update();

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(targets.of(DocumentKind.POSTS))
                        .returns(null, IndexTargets.Targets::building)
                        .returns(old, IndexTargets.Targets::previous));
        assertThat(log).contains("The mapping of posts or the analysis of texts has changed: ", " in place of " + old);
        assertThat(targets.of(DocumentKind.POSTS).live()).isNotIn(old, live);
        assertThat(rebuild.canGoBack(DocumentKind.POSTS)).isFalse();
        assertIndexEqualsRows();
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
        new IndexedPosts(jdbc, elasticsearch).assertEqualRows();
    }
}
