package io.microblog.post.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.microblog.event.AccountEvent.UserErased;
import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Town;
import io.microblog.testing.Pictures;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PostServiceTest
class ErasureWorkIntegrationTests {

    /** What a person has of their own, by the column that says so. */
    private static final Map<String, List<String>> OWN = Map.of(
            "account_id",
            List.of(
                    "favourite",
                    "boost",
                    "bookmark",
                    "pin",
                    "thread_mute",
                    "poll_vote",
                    "hashtag_follow",
                    "featured_hashtag",
                    "insight_follower"),
            "author_id",
            List.of("post", "draft", "scheduled_post", "insight_author_time"),
            "owner_id",
            List.of("list", "filter", "media", "conversation", "conversation_post", "home_timeline"));

    @Autowired
    Town town;

    @Autowired
    ErasureWork work;

    @Autowired
    JdbcClient jdbc;

    Person troll;
    Person bob;

    @BeforeEach
    void people() {
        troll = town.newcomer("troll");
        bob = town.newcomer("bob").follows(troll);
        troll.follows(bob);
    }

    @Test
    void deletesAllThatIsTheirs() {
        long image = troll.uploads(Pictures.jpeg(20, 20));
        long shown = troll.posts("Look #here", image);
        troll.uploads(Pictures.jpeg(20, 20));
        long bobs = bob.posts("Good morning #sun");
        long poll = town.count("SELECT id FROM poll WHERE post_id = " + bobsPoll());
        troll.sends(HttpMethod.POST, "/api/v1/polls/" + poll + "/votes", Map.of("choices", List.of(0)));
        Stream.of("favourite", "bookmark", "mute").forEach(action -> troll.does(action, bobs));
        troll.boosts(bobs);
        troll.does("pin", shown);
        bob.does("favourite", shown);
        troll.posts("Between us @" + bob.name(), "direct");
        troll.follows("sun");
        troll.sends(HttpMethod.POST, "/api/v1/featured_tags", Map.of("name", "here"));
        troll.sends(HttpMethod.POST, "/api/v1/lists", Map.of("title", "Friends"));
        troll.sends(HttpMethod.POST, "/api/v2/filters", Map.of("title", "Rain", "context", List.of("home")));
        troll.sends(HttpMethod.POST, "/api/v1/drafts", Map.of("status", "Not yet"));
        troll.sends(
                HttpMethod.POST,
                "/api/v1/statuses",
                Map.of(
                        "status",
                        "Later",
                        "scheduled_at",
                        Instant.now().plus(Duration.ofDays(2)).toString()));
        town.settle();
        assertThat(left()).hasSize(19);

        isErased();
        untilDone();
        town.settle();

        assertThat(left()).isEmpty();
        assertThat(bob.reads("/api/v1/statuses/" + shown).status()).isEqualTo(404);
        assertThat(bob.reads("/api/v1/statuses/" + bobs)
                        .body()
                        .path("favourites_count")
                        .asInt())
                .isZero();
        assertThat(bob.reads("/api/v1/polls/" + poll).body().path("votes_count").asInt())
                .isEqualTo(1);
        assertThat(deletionsOf(shown)).isEqualTo(1);
        assertThat(bob.home()).contains(bobs).doesNotContain(shown);
    }

    @Test
    void goesOnWhereItStoppedAndTellsOfEachOnce() {
        List<Long> posts = Stream.of("One", "Two", "Three").map(troll::posts).toList();
        jdbc.sql("INSERT INTO erasure (account_id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(troll.id())
                .update();

        work.round(troll.id(), 2);
        isErased();
        untilDone();
        isErased();
        untilDone();
        town.settle();

        assertThat(posts).allSatisfy(post -> assertThat(deletionsOf(post)).isEqualTo(1));
    }

    @Test
    void deletesWhatComesLate() {
        isErased();
        untilDone();
        troll.sends(HttpMethod.POST, "/api/v1/drafts", Map.of("status", "Written meanwhile"));

        isDue();
        untilDone();

        assertThat(left()).isEmpty();
        heardLongAgo();
        work.run();
        assertThat(town.count("SELECT count(*) FROM erasure WHERE account_id = " + troll.id()))
                .isZero();
    }

    @Test
    void leavesOthersAlone() {
        long post = bob.posts("Good morning");

        isErased();
        untilDone();

        assertThat(bob.reads("/api/v1/statuses/" + post).status()).isEqualTo(200);
    }

    private long bobsPoll() {
        return bob.tries(Map.of("status", "Tea?", "poll", Map.of("options", List.of("Yes", "No"), "expires_in", 3600)))
                .body()
                .path("id")
                .asLong();
    }

    private void isErased() {
        town.happens(new UserErased(town.suspended(troll.account())));
        town.settle();
    }

    private void untilDone() {
        Awaitility.await().untilAsserted(() -> {
            work.run();
            assertThat(town.count("SELECT count(*) FROM erasure WHERE due_at <= now() AND account_id = " + troll.id()))
                    .isZero();
        });
    }

    private void isDue() {
        jdbc.sql("UPDATE erasure SET due_at = now() WHERE account_id = ?")
                .param(troll.id())
                .update();
    }

    private void heardLongAgo() {
        jdbc.sql("UPDATE erasure SET due_at = now(), heard_at = now() - interval '1 hour' WHERE account_id = ?")
                .param(troll.id())
                .update();
    }

    private long deletionsOf(long post) {
        return town.eventsOf(post).stream()
                .filter(event -> event.startsWith("PostDeleted"))
                .count();
    }

    private List<String> left() {
        return OWN.entrySet().stream()
                .flatMap(tables -> tables.getValue().stream()
                        .filter(table -> town.count("SELECT count(*) FROM %s WHERE %s = %d"
                                        .formatted(table, tables.getKey(), troll.id()))
                                > 0))
                .toList();
    }
}
