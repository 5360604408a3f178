package io.microblog.post.media;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

import io.microblog.kit.media.MediaFiles;
import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.StatementCounter;
import io.microblog.post.Town;
import io.microblog.testing.HostileImages;
import io.microblog.testing.Pictures;
import io.microblog.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PostServiceTest
class MediaIntegrationTests {

    private static final String USAGE = "/api/v1/media/usage";
    private static final byte[] JPEG = Pictures.jpeg(800, 600);

    @Autowired
    private Town town;

    @Autowired
    private MockMvc http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Attachments attachments;

    @Autowired
    private MediaFiles files;

    private Person alice;
    private Person bob;

    @BeforeEach
    void people() {
        alice = town.newcomer("alice");
        bob = town.newcomer("bob");
    }

    @Test
    void anUploadIsAnsweredWithTheWholeImage() {
        Reply media = alice.triesToUpload(JPEG, Map.of("description", " A flag ", "focus", "-0.42,0.69"));

        assertThat(media.status()).isEqualTo(200);
        assertThat(media.keys())
                .containsExactlyInAnyOrder(
                        "id",
                        "type",
                        "url",
                        "preview_url",
                        "remote_url",
                        "preview_remote_url",
                        "text_url",
                        "meta",
                        "description",
                        "blurhash");
        assertThat(media.text("type")).isEqualTo("image");
        assertThat(media.text("url")).matches("http://localhost:8080/media/[0-9a-f]{40}\\.jpg");
        assertThat(media.text("preview_url")).isNotEqualTo(media.text("url"));
        assertThat(media.text("description")).isEqualTo("A flag");
        assertThat(media.text("blurhash")).hasSize(28);
        assertThat(media.body().path("meta").toString())
                .isEqualTo(
                        "{\"focus\":{\"x\":-0.42,\"y\":0.69},"
                                + "\"original\":{\"width\":800,\"height\":600,\"size\":\"800x600\",\"aspect\":1.3333333333333333},"
                                + "\"small\":{\"width\":554,\"height\":416,\"size\":\"554x416\",\"aspect\":1.3317307692307692}}");
    }

    @Test
    void theImageIsServedInertAndForEver() throws Exception {
        Reply media = alice.triesToUpload(JPEG, Map.of());

        MockHttpServletResponse served = get(media.text("url"), null);

        assertThat(served.getStatus()).isEqualTo(200);
        assertThat(served.getContentType()).isEqualTo("image/jpeg");
        assertThat(served.getHeaders("Cache-Control")).containsExactly("max-age=31536000, public, immutable");
        assertThat(served.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(served.getHeader("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(served.getHeader("Content-Disposition")).startsWith("inline; filename=");
        assertThat(Pictures.decode(served.getContentAsByteArray()).getWidth()).isEqualTo(800);
        assertThat(get(media.text("preview_url"), null).getStatus()).isEqualTo(200);
        String tag = served.getHeader("ETag");
        assertThat(get(media.text("url"), tag).getStatus()).isEqualTo(304);
        assertThat(exchange(MockMvcRequestBuilders.get(path(media.text("url"))).header("Range", "bytes=0-9"))
                        .getContentAsByteArray())
                .hasSize(10);
        assertThat(exchange(MockMvcRequestBuilders.head(path(media.text("url"))))
                        .getContentLength())
                .isEqualTo(served.getContentLength());
    }

    @Test
    void namesThatNoKeyHasNameNothing() {
        for (String name : List.of("0".repeat(40) + ".jpg", "x.jpg", "..%2f..%2fetc%2fpasswd", "%2e%2e", "a%00.jpg")) {
            assertThat(alice.readsSignedOut("/media/" + name).status()).as(name).isIn(400, 404);
        }
    }

    @Test
    void refusesWhatIsNoImageAndWritesNothing() {
        long before = town.count("SELECT count(*) FROM media");

        for (byte[] bad :
                List.of("<svg/>".getBytes(StandardCharsets.UTF_8), Pictures.emptyPng(50_000, 50_000), new byte[] {1})) {
            Reply refused = alice.triesToUpload(bad, Map.of());
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().path("details").has("file")).isTrue();
        }
        assertThat(alice.sendsForm("/api/v1/media", Map.of("description", "No file"))
                        .status())
                .isEqualTo(422);
        assertThat(alice.triesToUpload(JPEG, Map.of("description", "x".repeat(1501)))
                        .body()
                        .path("details")
                        .has("description"))
                .isTrue();
        assertThat(alice.triesToUpload(JPEG, Map.of("focus", "2,0")).status()).isEqualTo(422);

        assertThat(town.count("SELECT count(*) FROM media")).isEqualTo(before);
        assertThat(town.count("SELECT count(*) FROM discarded_media")).isZero();
    }

    @Test
    void theOwnerDescribesAndDeletesWhatNoPostUses() {
        long media = alice.uploads(JPEG);

        Reply described = alice.sends(
                HttpMethod.PUT, "/api/v1/media/" + media, Map.of("description", "A flag", "focus", "0.5,-1"));
        Reply cleared = alice.sends(HttpMethod.PUT, "/api/v1/media/" + media, Map.of("description", ""));

        assertThat(described.text("description")).isEqualTo("A flag");
        assertThat(cleared.text("description")).isNull();
        assertThat(cleared.body().path("meta").path("focus").path("x").asDouble())
                .isEqualTo(0.5);
        assertThat(alice.reads("/api/v1/media/" + media).id()).isEqualTo(media);
        assertThat(alice.deletes("/api/v1/media/" + media).status()).isEqualTo(200);
        assertThat(alice.reads("/api/v1/media/" + media).status()).isEqualTo(404);
    }

    @Test
    void theSecondVersionOfTheApiKnowsImagesToo() {
        String path = "/api/v2/media/" + alice.uploads(JPEG);

        assertThat(alice.sends(HttpMethod.PUT, path, Map.of("description", "A flag"))
                        .text("description"))
                .isEqualTo("A flag");
        assertThat(alice.reads(path).text("description")).isEqualTo("A flag");
        assertThat(bob.reads(path).status()).isEqualTo(404);
        assertThat(alice.deletes(path).status()).isEqualTo(200);
        assertThat(alice.reads(path).status()).isEqualTo(404);
    }

    @Test
    void anAnimationMovesAndItsPreviewDoesNot() throws Exception {
        Reply media = alice.triesToUpload(Pictures.animatedGif(800, 600, 3), Map.of());

        assertThat(media.text("type")).isEqualTo("image");
        assertThat(media.text("url")).endsWith(".gif");
        assertThat(media.text("preview_url")).endsWith(".jpg");
        assertThat(media.body().path("meta").path("original").path("size").asString())
                .isEqualTo("800x600");
        MockHttpServletResponse served = get(media.text("url"), null);
        assertThat(served.getContentType()).isEqualTo("image/gif");
        assertThat(Pictures.pictures(served.getContentAsByteArray())).isEqualTo(3);
    }

    @Test
    void whatTakesTooMuchWorkIsRefusedBeforeIt() {
        Reply refused = alice.triesToUpload(HostileImages.progressiveJpeg(), Map.of());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("error")).isEqualTo("Validation failed: File has too many scans for its size");
    }

    @Test
    void nobodyElseLearnsOfAnImageOrUsesIt() {
        long media = alice.uploads(JPEG);

        assertThat(bob.reads("/api/v1/media/" + media).status()).isEqualTo(404);
        assertThat(bob.sends(HttpMethod.PUT, "/api/v1/media/" + media, Map.of("description", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(bob.deletes("/api/v1/media/" + media).status()).isEqualTo(404);
        Reply stolen = bob.tries(Map.of("status", "Mine", "media_ids", List.of(Long.toString(media))));
        assertThat(stolen.status()).isEqualTo(422);
        assertThat(stolen.body().path("details").has("media_ids")).isTrue();
        assertThat(alice.readsSignedOut("/api/v1/media/" + media).status()).isEqualTo(401);
        String token = TestTokens.forAccount(alice.id(), "read");
        assertThat(alice.readsWith(token, "/api/v1/media/" + media).status()).isEqualTo(403);
        assertThat(alice.reads("/api/v1/media/" + media).status()).isEqualTo(200);
    }

    @Test
    void aPostShowsItsImagesInTheirOrder() {
        long first = alice.uploads(JPEG);
        long second = alice.uploads(Pictures.transparentPng(300, 200));

        long post = alice.posts("Two", second, first);

        Reply shown = bob.reads("/api/v1/statuses/" + post);
        assertThat(shown.ids("media_attachments")).containsExactly(second, first);
        assertThat(shown.body().path("media_attachments").path(0).path("url").asString())
                .endsWith(".png");
        assertThat(alice.reads("/api/v1/media/" + first).status()).isEqualTo(404);
        assertThat(alice.deletes("/api/v1/media/" + first).status()).isEqualTo(422);
    }

    @Test
    void aPostNeedsNoTextBesideAnImage() {
        long post = alice.posts("", alice.uploads(JPEG));

        assertThat(alice.reads("/api/v1/statuses/" + post).text("content")).isEmpty();
        assertThat(alice.edits(post, Map.of("status", "")).status()).isEqualTo(422);
    }

    @Test
    void aPostHasUpToFourImagesOfItsOwn() {
        long used = alice.uploads(JPEG);
        long post = alice.posts("First", used);
        long posts = town.count("SELECT count(*) FROM post");

        assertThat(tries(used).status()).isEqualTo(422);
        assertThat(tries(42).status()).isEqualTo(422);
        assertThat(tries(1, 2, 3, 4, 5).text("error")).isEqualTo("Validation failed: Media ids can't be more than 4");
        assertThat(alice.tries(Map.of("status", "x", "media_ids", List.of("a"))).status())
                .isEqualTo(422);
        assertThat(town.count("SELECT count(*) FROM post")).isEqualTo(posts);
        assertThat(alice.reads("/api/v1/statuses/" + post).ids("media_attachments"))
                .containsExactly(used);
    }

    @Test
    void anEditAddsRemovesSortsAndDescribes() {
        long one = alice.uploads(JPEG);
        long two = alice.uploads(JPEG);
        long three = alice.uploads(JPEG);
        long post = alice.posts("Same", one, two);

        Reply edited = alice.edits(
                post,
                Map.of(
                        "status", "Same",
                        "media_ids", List.of("" + three, "" + one),
                        "media_attributes", List.of(Map.of("id", "" + one, "description", "A flag"))));
        Reply redescribed = alice.edits(
                post,
                Map.of(
                        "status", "Same",
                        "media_ids", List.of("" + three, "" + one),
                        "media_attributes", List.of(Map.of("id", "" + one, "description", "Two colours"))));

        assertThat(edited.ids("media_attachments")).containsExactly(three, one);
        assertThat(edited.text("edited_at")).isNotNull();
        assertThat(redescribed
                        .body()
                        .path("media_attachments")
                        .path(1)
                        .path("description")
                        .asString())
                .isEqualTo("Two colours");
        Reply history = alice.reads("/api/v1/statuses/" + post + "/history");
        assertThat(history.body().size()).isEqualTo(3);
        assertThat(history.body()
                        .path(0)
                        .path("media_attachments")
                        .path(1)
                        .path("id")
                        .asLong())
                .isEqualTo(two);
        assertThat(history.body()
                        .path(0)
                        .path("media_attachments")
                        .path(0)
                        .path("description")
                        .isNull())
                .isTrue();
        assertThat(history.body()
                        .path(1)
                        .path("media_attachments")
                        .path(1)
                        .path("description")
                        .asString())
                .isEqualTo("A flag");
        assertThat(alice.edits(post, Map.of("status", "Same")).ids("media_attachments"))
                .isEmpty();
    }

    @Test
    void anImageThatAnEditTookAwayIsNobodyElses() {
        long one = alice.uploads(JPEG);
        long post = alice.posts("Same", one);
        alice.edits(post, "Without");

        assertThat(tries(one).status()).isEqualTo(422);
        assertThat(alice.edits(post, Map.of("status", "With", "media_ids", List.of("" + one)))
                        .ids("media_attachments"))
                .containsExactly(one);
    }

    @Test
    void anImageOfADeletedPostMayBeUsedAgainForAWhile() {
        long media = alice.uploads(JPEG);
        Reply deleted = alice.deletes(alice.posts("Typo", media));

        assertThat(deleted.ids("media_attachments")).containsExactly(media);
        assertThat(alice.posts("Right", media)).isPositive();
    }

    @Test
    void aDeletionWithImagesRemovesTheirFiles() throws Exception {
        Reply media = alice.triesToUpload(JPEG, Map.of());
        long post = alice.posts("Gone soon", media.id());

        alice.deletes("/api/v1/statuses/" + post + "?delete_media=true");

        assertThat(town.count("SELECT count(*) FROM media WHERE id = " + media.id()))
                .isZero();
        await().until(() -> get(media.text("url"), null).getStatus() == 404
                && get(media.text("preview_url"), null).getStatus() == 404);
        await().untilAsserted(() -> assertThat(town.count("SELECT count(*) FROM discarded_media WHERE due_at <= now()"))
                .isZero());
    }

    @Test
    void whatNoPostUsesForADayIsForgotten() throws Exception {
        Reply old = alice.triesToUpload(JPEG, Map.of());
        long fresh = alice.uploads(JPEG);
        long used = alice.uploads(JPEG);
        alice.posts("Used", used);
        jdbc.sql("UPDATE media SET unused_since = now() - interval '25 hours' WHERE id IN (?, ?)")
                .params(old.id(), used)
                .update();

        attachments.forgetUnused();

        assertThat(alice.reads("/api/v1/media/" + old.id()).status()).isEqualTo(404);
        assertThat(alice.reads("/api/v1/media/" + fresh).status()).isEqualTo(200);
        assertThat(town.count("SELECT count(*) FROM media WHERE id = " + used)).isEqualTo(1);
        await().until(() -> get(old.text("url"), null).getStatus() == 404);
    }

    @Test
    void aFileThatNoTransactionKeptIsRemoved() throws Exception {
        Reply media = alice.triesToUpload(JPEG, Map.of());
        String key = path(media.text("url")).substring("/media/".length());
        jdbc.sql("INSERT INTO discarded_media VALUES (?, now() + interval '1 hour')")
                .params(key)
                .update();

        files.sweep();
        assertThat(get(media.text("url"), null).getStatus()).isEqualTo(200);
        jdbc.sql("UPDATE discarded_media SET due_at = now() WHERE key = ?")
                .params(key)
                .update();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> get(media.text("url"), null).getStatus() == 404);
    }

    @Test
    void timelinesShowOnlyPostsWithImagesOnRequest() {
        long with = alice.posts("With #flag" + alice.id(), alice.uploads(JPEG));
        long without = alice.posts("Without #flag" + alice.id());

        assertThat(bob.reads("/api/v1/accounts/" + alice.id() + "/statuses?only_media=true")
                        .ids())
                .containsExactly(with);
        assertThat(bob.reads("/api/v1/timelines/tag/flag" + alice.id() + "?only_media=1")
                        .ids())
                .containsExactly(with);
        assertThat(bob.reads("/api/v1/timelines/public?only_media=true&limit=40")
                        .ids())
                .contains(with)
                .doesNotContain(without);
    }

    @Test
    void imagesOfManyPostsTakeOneQuery() throws Exception {
        for (int i = 0; i < 5; i++) {
            alice.posts("Number " + i, alice.uploads(JPEG));
        }
        String path = "/api/v1/accounts/" + alice.id() + "/statuses?limit=";

        assertThat(StatementCounter.during(() -> bob.reads(path + 5)))
                .isEqualTo(StatementCounter.during(() -> bob.reads(path + 1)));
    }

    @Test
    void whatSomebodyKeepsIsCountedInBytes() {
        Reply media = alice.triesToUpload(JPEG, Map.of());
        long used = stored(media);

        assertThat(used).isPositive();
        assertThat(alice.reads(USAGE).body().toString())
                .isEqualTo("{\"used\":%d,\"limit\":%d}"
                        .formatted(used, DataSize.ofGigabytes(5).toBytes()));
        assertThat(bob.reads(USAGE).body().path("used").asLong(-1)).isZero();
        assertThat(alice.readsSignedOut(USAGE).status()).isEqualTo(401);
        assertThat(alice.readsWith(TestTokens.forAccount(alice.id(), "write"), USAGE)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatDoesNotFitIsRefusedAndWritesNothing() {
        long media = alice.uploads(JPEG);
        leaveRoom(media, 1);

        Reply refused = alice.triesToUpload(JPEG, Map.of());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("error"))
                .isEqualTo("Validation failed: File does not fit: all your images together may take 5120 MB");
        assertThat(refused.body()
                        .path("details")
                        .path("file")
                        .path(0)
                        .path("error")
                        .asString())
                .isEqualTo("ERR_QUOTA");
        assertThat(town.count("SELECT count(*) FROM media WHERE owner_id = " + alice.id()))
                .isOne();
        assertThat(bob.triesToUpload(JPEG, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void whoHasNoRoomLeftIsRefusedBeforeAnyWork() {
        leaveRoom(alice.uploads(JPEG), 0);

        Reply refused = alice.triesToUpload(new byte[] {1}, Map.of());

        assertThat(refused.body()
                        .path("details")
                        .path("file")
                        .path(0)
                        .path("error")
                        .asString())
                .isEqualTo("ERR_QUOTA");
    }

    @Test
    void deletingMakesRoom() {
        long unused = alice.uploads(JPEG);
        leaveRoom(unused, 0);
        alice.deletes("/api/v1/media/" + unused);
        long posted = alice.uploads(JPEG);
        leaveRoom(posted, 0);
        alice.deletes("/api/v1/statuses/" + alice.posts("Gone", posted) + "?delete_media=true");
        long forgotten = alice.uploads(JPEG);
        leaveRoom(forgotten, 0);
        jdbc.sql("UPDATE media SET unused_since = now() - interval '25 hours' WHERE id = ?")
                .param(forgotten)
                .update();
        attachments.forgetUnused();

        assertThat(alice.reads(USAGE).body().path("used").asLong(-1)).isZero();
        assertThat(alice.triesToUpload(JPEG, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void uploadsAtOnceDoNotPassTheLimitTogether() throws Exception {
        Reply first = alice.triesToUpload(JPEG, Map.of());
        leaveRoom(first.id(), 2 * stored(first));

        List<Integer> answers;
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Integer> upload = () -> alice.triesToUpload(JPEG, Map.of()).status();
            answers = threads.invokeAll(Collections.nCopies(4, upload)).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
        }

        assertThat(answers).containsExactly(200, 200, 422, 422);
        assertThat(alice.reads(USAGE).body().path("used"))
                .isEqualTo(alice.reads(USAGE).body().path("limit"));
    }

    private void leaveRoom(long media, long bytes) {
        jdbc.sql("UPDATE media SET bytes = ? WHERE id = ?")
                .params(DataSize.ofGigabytes(5).toBytes() - bytes, media)
                .update();
    }

    /** The bytes of both files. */
    private long stored(Reply media) {
        try {
            return (long) get(media.text("url"), null).getContentAsByteArray().length
                    + get(media.text("preview_url"), null).getContentAsByteArray().length;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Reply tries(long... media) {
        return alice.tries(Map.of(
                "status",
                "Another",
                "media_ids",
                LongStream.of(media).mapToObj(Long::toString).toList()));
    }

    private MockHttpServletResponse get(@Nullable String url, @Nullable String tag) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.get(path(url));
        return exchange(tag == null ? request : request.header("If-None-Match", tag));
    }

    private MockHttpServletResponse exchange(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request).andReturn().getResponse();
    }

    private static String path(@Nullable String url) {
        return Objects.requireNonNull(url).substring("http://localhost:8080".length());
    }
}
