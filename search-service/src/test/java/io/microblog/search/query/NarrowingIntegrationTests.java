package io.microblog.search.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import io.microblog.event.RelationshipEvent;
import io.microblog.event.RelationshipState;
import io.microblog.search.APost;
import io.microblog.search.EventWriter;
import io.microblog.search.Reader;
import io.microblog.search.Rows;
import io.microblog.search.SearchTest;
import io.microblog.search.Somebody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is found for whom, and by operators. */
@SearchTest
class NarrowingIntegrationTests {

    @Autowired
    EventWriter events;

    @Autowired
    Reader reader;

    @Autowired
    Rows rows;

    private final Somebody other = Somebody.named("okapi_" + System.nanoTime() % 1_000_000);
    private long version;

    @BeforeEach
    void otherIsThere() {
        events.write(other.registered());
        rows.awaitIndexed(other);
    }

    @AfterEach
    void strangersAgain() {
        events.write(new RelationshipEvent.UserUnblocked(between(Reader.ID, other.id(), false, false, false, null)));
        events.write(new RelationshipEvent.UserUnblocked(between(other.id(), Reader.ID, false, false, false, null)));
    }

    @Test
    void hidesWhomTheReaderBlocks() {
        APost post = written("umbrella stand one");
        events.write(new RelationshipEvent.UserBlocked(between(Reader.ID, other.id(), false, true, false, null)));

        await().untilAsserted(
                        () -> assertThat(reader.statuses("umbrella stand one")).doesNotContain(post.id()));
        assertThat(reader.accounts(other.username())).doesNotContain(other.id());
    }

    @Test
    void hidesWhoBlocksTheReader() {
        APost post = written("umbrella stand two");
        events.write(new RelationshipEvent.UserBlocked(between(other.id(), Reader.ID, false, true, false, null)));

        await().untilAsserted(
                        () -> assertThat(reader.statuses("umbrella stand two")).doesNotContain(post.id()));
        assertThat(reader.accounts(other.username())).doesNotContain(other.id());
    }

    @Test
    void hidesPostsOfTheMutedUntilTheMuteEnds() {
        APost post = written("umbrella stand three");
        events.write(new RelationshipEvent.UserMuted(between(Reader.ID, other.id(), false, false, true, null)));
        await().untilAsserted(() ->
                assertThat(reader.statuses("umbrella stand three")).doesNotContain(post.id()));
        assertThat(reader.accounts(other.username())).contains(other.id());

        Instant past = Instant.now().minusSeconds(1);
        events.write(new RelationshipEvent.UserMuted(between(Reader.ID, other.id(), false, false, true, past)));
        await().untilAsserted(() ->
                assertThat(reader.statuses("umbrella stand three")).contains(post.id()));
    }

    @Test
    void findsOnlyTheFollowedOnWish() {
        APost post = written("umbrella stand four");
        String posts = "/api/v2/search?type=statuses&q=umbrella stand four&following=true";
        String people = "/api/v1/accounts/search?following=true&q=" + other.username();
        assertThat(reader.ids("$.statuses[*].id", posts)).doesNotContain(post.id());
        assertThat(reader.ids("$[*].id", people)).isEmpty();

        events.write(new RelationshipEvent.UserFollowed(between(Reader.ID, other.id(), true, false, false, null)));

        await().untilAsserted(
                        () -> assertThat(reader.ids("$.statuses[*].id", posts)).contains(post.id()));
        assertThat(reader.ids("$[*].id", people)).containsExactly(other.id());
    }

    @Test
    void narrowsByOperators() {
        APost post = written("walnut desk https://joiner.example");
        APost plain = written("walnut desk drawer");
        String day = LocalDate.now(ZoneOffset.UTC).toString();
        String from = " from:" + other.username();

        assertThat(reader.statuses("walnut desk" + from)).contains(post.id(), plain.id());
        assertThat(reader.statuses("walnut desk from:nobody_at_all")).isEmpty();
        assertThat(reader.statuses("walnut desk from:me")).isEmpty();
        assertThat(reader.statuses("has:link" + from)).containsExactly(post.id());
        assertThat(reader.statuses("walnut -drawer" + from)).containsExactly(post.id());
        assertThat(reader.statuses("\"desk walnut\"" + from)).isEmpty();
        assertThat(reader.statuses("\"walnut desk\"" + from)).contains(post.id(), plain.id());
        assertThat(reader.statuses("walnut language:de" + from)).isEmpty();
        assertThat(reader.statuses("walnut language:en" + from)).contains(post.id());
        assertThat(reader.statuses("walnut during:" + day + from)).contains(post.id());
        assertThat(reader.statuses("walnut before:" + day + from)).isEmpty();
        assertThat(reader.statuses("walnut after:" + day + from)).isEmpty();
    }

    @Test
    void opensEveryAddressOfItsOwn() {
        String base = "http://localhost:8080/";
        assertThat(reader.accounts(base + "users/" + other.username())).containsExactly(other.id());
        assertThat(reader.statuses(base + "users/" + other.username() + "/statuses/4712"))
                .containsExactly(4712L);

        events.write(APost.by(other).tagged("märz").saying("#märz").created());
        await().untilAsserted(() -> assertThat(tags(base + "tags/M%C3%A4rz")).containsExactly("märz"));
        assertThat(tags(base + "tags/märz")).containsExactly("märz");
    }

    private List<String> tags(String query) {
        return JsonPath.read(Reader.body(reader.get("/api/v2/search?q={q}", query)), "$.hashtags[*].name");
    }

    private APost written(String text) {
        APost post = APost.by(other).in("en").saying(text);
        events.write(post.created());
        rows.awaitIndexed(post);
        await().untilAsserted(() -> assertThat(reader.statuses(text)).contains(post.id()));
        return post;
    }

    private RelationshipState between(
            long from, long to, boolean follows, boolean blocks, boolean mutes, @Nullable Instant muteEndsAt) {
        return new RelationshipState(
                from, to, ++version, follows, true, false, null, null, null, blocks, mutes, false, muteEndsAt);
    }
}
