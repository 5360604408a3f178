package io.microblog.post.status;

import java.util.Map;

import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.Town;
import io.microblog.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Each visibility for each kind of reader by each way of reading. */
@PostServiceTest
class AudienceIntegrationTests {

    @Autowired
    private Town town;

    private Person author;
    private Person follower;
    private Person mentioned;
    private Person stranger;
    private Person blocked;

    @BeforeEach
    void people() {
        author = town.newcomer("author");
        follower = town.newcomer("follower").follows(author);
        mentioned = town.newcomer("mentioned");
        stranger = town.newcomer("stranger");
        blocked = town.newcomer("blocked");
        town.blocks(author, blocked);
    }

    @ParameterizedTest
    @CsvSource({
        "public,   author, true", "public,   follower, true", "public,   mentioned, true", "public,   stranger, true",
        "unlisted, author, true", "unlisted, follower, true", "unlisted, mentioned, true", "unlisted, stranger, true",
        "private,  author, true", "private,  follower, true", "private,  mentioned, true", "private,  stranger, false",
        "direct,   author, true", "direct,   follower, false", "direct,   mentioned, true", "direct,   stranger, false",
        "public,   blocked, false", "unlisted, blocked, false", "private,  blocked, false", "direct,   blocked, false",
    })
    void everyWayOfReadingAgrees(String visibility, String who, boolean sees) {
        Person reader = named(who);
        long question = author.posts("Who is there?");
        long post = author.answers(question, "It is me, @" + mentioned.name() + " @" + blocked.name(), visibility);

        assertThat(reader.reads("/api/v1/statuses/" + post).status()).isEqualTo(sees ? 200 : 404);
        assertThat(reader.reads("/api/v1/statuses/" + post + "/context").status())
                .isEqualTo(sees ? 200 : 404);
        assertThat(reader.reads("/api/v1/statuses/" + post + "/history").status())
                .isEqualTo(sees ? 200 : 404);
        assertThat(reader.reads("/api/v1/statuses/" + post + "/source").status())
                .isEqualTo(sees ? 200 : 404);
        assertSees(reader.reads("/api/v1/statuses?id[]=" + post), post, sees);
        assertSees(reader.reads("/api/v1/accounts/" + author.id() + "/statuses"), post, sees);
        assertSees(reader.readsThroughService("/internal/statuses?id=" + post), post, sees);
        assertThat(reader.readsThroughService("/internal/statuses/" + post + "/text")
                        .status())
                .isEqualTo(sees ? 200 : 404);
        if (reader != blocked) {
            assertThat(reader.reads("/api/v1/statuses/" + question + "/context")
                            .ids("descendants")
                            .contains(post))
                    .isEqualTo(sees);
        }
        for (String path : new String[] {"favourited_by", "reblogged_by"}) {
            assertThat(reader.reads("/api/v1/statuses/" + post + "/" + path).status())
                    .isEqualTo(sees ? 200 : 404);
        }
        for (String action : new String[] {"favourite", "bookmark", "mute"}) {
            assertThat(reader.tries(action, post).status()).isEqualTo(sees ? 200 : 404);
        }
        assertSees(reader.reads("/api/v1/favourites"), post, sees);
        assertSees(reader.reads("/api/v1/bookmarks"), post, sees);
        assertThat(reader.tries(Map.of("status", "Me too", "in_reply_to_id", post))
                        .status())
                .isEqualTo(sees ? 200 : 404);
    }

    @ParameterizedTest
    @CsvSource({"public, true", "unlisted, true", "private, false", "direct, false"})
    void nobodySignedOutSeesWhatIsNotForEverybody(String visibility, boolean sees) {
        long post = author.posts("Hello @" + mentioned.name(), visibility);

        assertThat(stranger.readsSignedOut("/api/v1/statuses/" + post).status()).isEqualTo(sees ? 200 : 404);
        assertSees(stranger.readsSignedOut("/api/v1/statuses?id=" + post), post, sees);
        assertSees(stranger.readsSignedOut("/api/v1/accounts/" + author.id() + "/statuses"), post, sees);
    }

    @Test
    void onlyPublicPostsAreListedForEverybody() {
        String tag = "tag" + author.id();
        long listed = author.posts("#" + tag, "public");
        author.posts("#" + tag, "unlisted");
        author.posts("#" + tag, "private");
        author.posts("#" + tag, "direct");

        assertThat(author.reads("/api/v1/timelines/tag/" + tag).ids()).containsExactly(listed);
        assertThat(author.reads("/api/v1/timelines/public?min_id=" + (listed - 1))
                        .ids())
                .contains(listed)
                .hasSize(1);
    }

    @Test
    void aFollowThatEndedShowsNothingMore() {
        long post = author.posts("Among us", "private");
        assertThat(follower.reads("/api/v1/statuses/" + post).status()).isEqualTo(200);

        follower.unfollows(author);

        assertThat(follower.reads("/api/v1/statuses/" + post).status()).isEqualTo(404);
        assertThat(follower.home()).doesNotContain(post);
    }

    @Test
    void whatOneMayNoLongerSeeLeavesOnesFavourites() {
        long post = author.posts("Among us", "private");
        follower.does("favourite", post);
        follower.does("bookmark", post);

        follower.unfollows(author);

        assertThat(follower.reads("/api/v1/favourites").ids()).isEmpty();
        assertThat(follower.reads("/api/v1/bookmarks").ids()).isEmpty();
    }

    @Test
    void aBlockHidesBoostsBothOfAndByWhoBlocks() {
        long post = stranger.posts("Hello");
        long boost = author.boosts(post);
        long boosted = follower.boosts(author.posts("Mine"));

        assertThat(blocked.reads("/api/v1/statuses?id[]=" + boost + "&id[]=" + boosted)
                        .ids())
                .isEmpty();
        assertThat(blocked.reads("/api/v1/statuses/" + post).status()).isEqualTo(200);
        assertThat(blocked.reads("/api/v1/accounts/" + follower.id() + "/statuses")
                        .ids())
                .isEmpty();
        assertThat(blocked.reads("/api/v1/timelines/public").ids())
                .contains(post)
                .doesNotContain(boost, boosted);
    }

    @Test
    void nobodyComesAcrossThoseTheyMuteOrBlock() {
        String tag = "tag" + author.id();
        town.mutes(stranger, author, true);
        town.blocks(mentioned, author);
        long post = author.posts("#" + tag);
        town.settle();

        for (Person reader : new Person[] {stranger, mentioned}) {
            assertThat(reader.home()).isEmpty();
            assertThat(reader.reads("/api/v1/timelines/public").ids()).doesNotContain(post);
            assertThat(reader.reads("/api/v1/timelines/tag/" + tag).ids()).isEmpty();
            assertThat(reader.reads("/api/v1/statuses/" + post).status()).isEqualTo(200);
        }
        follower.follows(stranger);
        long boost = stranger.boosts(follower.posts("Boosted"));
        town.settle();
        assertThat(follower.home()).contains(post).doesNotContain(boost);
    }

    @Test
    void aSuspendedAuthorHasNoPosts() {
        long post = author.posts("Hello");

        author.isSuspended();

        assertThat(follower.reads("/api/v1/statuses/" + post).status()).isEqualTo(404);
        assertThat(follower.home()).doesNotContain(post);
        assertThat(stranger.readsSignedOut("/api/v1/timelines/public").ids()).doesNotContain(post);
        assertThat(author.tries(Map.of("status", "Still here")).status()).isEqualTo(403);
    }

    @Test
    void aTokenThatMayNotReadSeesNothing() {
        long post = author.posts("Hello");
        String token = TestTokens.forAccount(stranger.id(), "write:statuses");

        assertThat(stranger.readsWith(token, "/api/v1/statuses/" + post).status())
                .isEqualTo(403);
    }

    private Person named(String who) {
        return switch (who) {
            case "author" -> author;
            case "follower" -> follower;
            case "mentioned" -> mentioned;
            case "blocked" -> blocked;
            default -> stranger;
        };
    }

    private static void assertSees(Reply list, long post, boolean sees) {
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.ids().contains(post)).as(list.body().toString()).isEqualTo(sees);
    }
}
