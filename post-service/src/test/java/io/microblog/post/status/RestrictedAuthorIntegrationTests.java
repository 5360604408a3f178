package io.microblog.post.status;

import java.util.List;
import java.util.Map;

import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Town;
import io.microblog.testing.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What moderation keeps authors from, short of closing their account, from the moment on that this service knows of it. */
@PostServiceTest
class RestrictedAuthorIntegrationTests {

    @Autowired
    private Town town;

    @Autowired
    private JdbcClient jdbc;

    private Person author;
    private Person follower;
    private Person stranger;
    private String tag;
    private long post;
    private long answer;
    private long answered;

    @BeforeEach
    void people() {
        author = town.newcomer("author");
        follower = town.newcomer("follower").follows(author);
        stranger = town.newcomer("stranger");
        tag = "loud" + author.id();
        stranger.follows(tag);
        answered = stranger.posts("What do you think?");
        post = author.posts("Look #" + tag, author.uploads(Pictures.jpeg(80, 60)));
        answer = author.answers(answered, "Nothing");
        trends(post);
        town.settle();
    }

    /** The post is what everybody likes, and no refresh finds anything else meanwhile. */
    private void trends(long liked) {
        jdbc.sql("""
                INSERT INTO trend_refresh (due_at) VALUES (now() + interval '1 hour')
                ON CONFLICT (only_one) DO UPDATE SET due_at = excluded.due_at
                """).update();
        jdbc.sql("INSERT INTO trend_post (post_id, score) VALUES (:post, 1000000)")
                .param("post", liked)
                .update();
    }

    @Test
    void whoeverDoesNotFollowLimitedPeopleDoesNotComeAcrossThem() {
        assertThat(found(stranger)).doesNotContainValue(false);
        assertThat(foundSignedOut()).doesNotContainValue(false);

        town.restricts(author, true, false);
        town.settle();

        assertThat(found(stranger)).doesNotContainValue(true);
        assertThat(foundSignedOut()).doesNotContainValue(true);
        assertThat(found(follower)).doesNotContainValue(false);
        assertThat(found(author)).doesNotContainValue(false);

        town.restricts(author, false, false);
        town.settle();

        assertThat(found(stranger)).doesNotContainValue(false);
        assertThat(foundSignedOut()).doesNotContainValue(false);
    }

    @Test
    void limitedPeopleAreStillThereForThoseWhoLookForThem() {
        town.restricts(author, true, false);
        town.settle();

        JsonNode status = stranger.reads("/api/v1/statuses/" + post).body();
        assertThat(status.at("/account/limited").asBoolean()).isTrue();
        assertThat(stranger.reads("/api/v1/accounts/" + author.id() + "/statuses")
                        .ids())
                .contains(post);
    }

    @Test
    void aNewFollowerComesAcrossThem() {
        town.restricts(author, true, false);
        town.settle();
        assertThat(stranger.home()).doesNotContain(post);

        stranger.follows(author);

        assertThat(found(stranger)).doesNotContainValue(false);
    }

    @Test
    void allPostsOfSomebodyCountAsSensitiveToOthers() {
        long boost = follower.boosts(post);
        assertThat(isSensitive(stranger, post)).isFalse();

        town.restricts(author, false, true);
        town.settle();

        assertThat(isSensitive(stranger, post)).isTrue();
        assertThat(isSensitive(follower, boost)).isTrue();
        assertThat(isSensitive(author, post)).isFalse();
        assertThat(stranger.reads("/api/v1/timelines/tag/" + tag)
                        .body()
                        .at("/0/sensitive")
                        .asBoolean())
                .isTrue();
        assertThat(trending(stranger)).doesNotContain(post);

        town.restricts(author, false, false);
        town.settle();

        assertThat(isSensitive(stranger, post)).isFalse();
        assertThat(trending(stranger)).contains(post);
    }

    /** Whether a reader comes across the author by each way. */
    private Map<String, Boolean> found(Person reader) {
        return Map.of(
                "home", reader.home().contains(post),
                "public",
                        reader.reads("/api/v1/timelines/public?min_id=" + (post - 1))
                                .ids()
                                .contains(post),
                "media",
                        reader.reads("/api/v1/timelines/public?only_media=true&min_id=" + (post - 1))
                                .ids()
                                .contains(post),
                "hashtag", reader.reads("/api/v1/timelines/tag/" + tag).ids().contains(post),
                "thread", descendants(reader.reads(context()).body()).contains(answer),
                "trends", trending(reader).contains(post),
                "stream", hears(reader));
    }

    private Map<String, Boolean> foundSignedOut() {
        return Map.of(
                "public",
                        stranger.readsSignedOut("/api/v1/timelines/public?min_id=" + (post - 1))
                                .ids()
                                .contains(post),
                "hashtag",
                        stranger.readsSignedOut("/api/v1/timelines/tag/" + tag)
                                .ids()
                                .contains(post),
                "thread", descendants(stranger.readsSignedOut(context()).body()).contains(answer),
                "trends",
                        stranger.readsSignedOut("/api/v1/trends/statuses").ids().contains(post));
    }

    private boolean hears(Person reader) {
        JsonNode deliveries = reader.asksThroughService(
                        "/internal/streams/deliveries",
                        Map.of(
                                "shown", List.of(Map.of("id", post, "actor_id", author.id())),
                                "gone", List.of(),
                                "listeners",
                                        Map.of(
                                                "home", List.of(),
                                                "everybody", List.of(reader.id()),
                                                "media", List.of(),
                                                "hashtags", Map.of(tag, List.of(reader.id())),
                                                "lists", List.of(),
                                                "direct", List.of())))
                .body();
        return !deliveries.isEmpty();
    }

    private String context() {
        return "/api/v1/statuses/" + answered + "/context";
    }

    private static List<Long> descendants(JsonNode context) {
        return context.path("descendants")
                .valueStream()
                .map(status -> Long.valueOf(status.path("id").asString()))
                .toList();
    }

    private static List<Long> trending(Person reader) {
        return reader.reads("/api/v1/trends/statuses").ids();
    }

    private static boolean isSensitive(Person reader, long id) {
        return reader.reads("/api/v1/statuses/" + id).body().path("sensitive").asBoolean();
    }
}
