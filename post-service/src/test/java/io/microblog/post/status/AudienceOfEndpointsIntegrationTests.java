package io.microblog.post.status;

import java.util.List;
import java.util.Map;

import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.Town;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each endpoint that shows a post or does something with it, for each kind of reader; {@link AudienceIntegrationTests} has
 * the ways of reading one post.
 */
@PostServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AudienceOfEndpointsIntegrationTests {

    @Autowired
    private Town town;

    private Person author;
    private Person follower;
    private Person mentioned;
    private Person stranger;
    private Person blocked;

    @BeforeAll
    void people() {
        author = town.newcomer("author");
        follower = town.newcomer("follower").follows(author);
        mentioned = town.newcomer("mentioned");
        stranger = town.newcomer("stranger");
        blocked = town.newcomer("blocked");
        town.blocks(author, blocked);
    }

    /** What somebody gets by each way: a status, or whether a list has the post. */
    @ParameterizedTest
    @CsvSource({
        // visibility, reader, sees, is listed for everybody, is at home, boosting, pinning
        "public,   author,    true,  true,  true,  200, 200",
        "public,   follower,  true,  true,  true,  200, 422",
        "public,   mentioned, true,  true,  false, 200, 422",
        "public,   stranger,  true,  true,  false, 200, 422",
        "public,   blocked,   false, false, false, 404, 404",
        "unlisted, author,    true,  false, true,  200, 200",
        "unlisted, follower,  true,  false, true,  200, 422",
        "unlisted, mentioned, true,  false, false, 200, 422",
        "unlisted, stranger,  true,  false, false, 200, 422",
        "unlisted, blocked,   false, false, false, 404, 404",
        "private,  author,    true,  false, true,  200, 200",
        "private,  follower,  true,  false, true,  403, 422",
        "private,  mentioned, true,  false, false, 403, 422",
        "private,  stranger,  false, false, false, 404, 404",
        "private,  blocked,   false, false, false, 404, 404",
        "direct,   author,    true,  false, false, 403, 422",
        "direct,   follower,  false, false, false, 404, 404",
        "direct,   mentioned, true,  false, false, 403, 422",
        "direct,   stranger,  false, false, false, 404, 404",
        "direct,   blocked,   false, false, false, 404, 404",
    })
    void everyEndpointKnowsItsReaders(
            String visibility, String who, boolean sees, boolean listed, boolean home, int boosting, int pinning) {
        Person reader = named(who);
        Reply asked = asks(visibility);
        long post = asked.id();
        String poll = "/api/v1/polls/" + asked.body().path("poll").path("id").asString();

        assertThat(reader.reads(poll).status()).isEqualTo(sees ? 200 : 404);
        assertThat(reader.sends(HttpMethod.POST, poll + "/votes", Map.of("choices", List.of(0)))
                        .status())
                .isEqualTo(!sees ? 404 : reader == author ? 422 : 200);
        assertThat(reader.tries("pin", post).status()).isEqualTo(pinning);
        assertThat(reader.tries("reblog", post).status()).isEqualTo(boosting);
        for (String undoing : List.of("unfavourite", "unreblog", "unbookmark", "unmute", "unpin")) {
            assertThat(reader.tries(undoing, post).status()).as(undoing).isEqualTo(sees ? 200 : 404);
        }
        assertLists(reader, post, listed, sees);
        town.settle();
        assertThat(reader.home().contains(post)).isEqualTo(home);
        boolean own = reader == author;
        assertThat(reader.edits(post, "Changed").status()).isEqualTo(own ? 200 : 404);
        assertThat(reader.deletes(post).status()).isEqualTo(own ? 200 : 404);
    }

    private void assertLists(Person reader, long post, boolean listed, boolean sees) {
        String byAuthor = "/api/v1/accounts/" + author.id() + "/statuses";
        assertThat(reader.reads("/api/v1/timelines/public?min_id=" + (post - 1)).ids())
                .hasSize(listed ? 1 : 0);
        assertThat(reader.reads("/api/v1/timelines/tag/" + tag() + "?min_id=" + (post - 1))
                        .ids())
                .hasSize(listed ? 1 : 0);
        assertThat(reader.reads(byAuthor + "?exclude_replies=true").ids().contains(post))
                .isEqualTo(sees);
        assertThat(reader.reads(byAuthor + "?tagged=" + tag()).ids().contains(post))
                .isEqualTo(sees);
        boolean pinnable = author.tries("pin", post).status() == 200;
        assertThat(reader.reads(byAuthor + "?pinned=true").ids().contains(post)).isEqualTo(sees && pinnable);
        author.tries("unpin", post);
    }

    @ParameterizedTest
    @CsvSource({"public, true, true", "unlisted, true, false", "private, false, false", "direct, false, false"})
    void somebodySignedOutReadsWhatIsForEverybodyAndDoesNothing(String visibility, boolean sees, boolean listed) {
        Reply asked = asks(visibility);
        long post = asked.id();
        String status = "/api/v1/statuses/" + post;
        String byAuthor = "/api/v1/accounts/" + author.id() + "/statuses";
        String poll = "/api/v1/polls/" + asked.body().path("poll").path("id").asString();
        author.tries("pin", post);

        for (String path : List.of(
                poll,
                status,
                status + "/context",
                status + "/history",
                status + "/favourited_by",
                status + "/reblogged_by")) {
            assertThat(stranger.readsSignedOut(path).status()).as(path).isEqualTo(sees ? 200 : 404);
        }
        for (String path : List.of(byAuthor, byAuthor + "?tagged=" + tag(), byAuthor + "?pinned=true")) {
            assertThat(stranger.readsSignedOut(path).ids().contains(post))
                    .as(path)
                    .isEqualTo(sees);
        }
        for (String list : List.of("public", "tag/" + tag())) {
            assertThat(stranger.readsSignedOut("/api/v1/timelines/" + list + "?min_id=" + (post - 1))
                            .ids())
                    .as(list)
                    .hasSize(listed ? 1 : 0);
        }
        for (String action : List.of("favourite", "reblog", "bookmark", "mute", "pin", "unfavourite", "unpin")) {
            assertThat(stranger.triesSignedOut(HttpMethod.POST, status + "/" + action)
                            .status())
                    .as(action)
                    .isEqualTo(401);
        }
        assertThat(stranger.triesSignedOut(HttpMethod.POST, poll + "/votes").status())
                .isEqualTo(401);
        assertThat(stranger.triesSignedOut(HttpMethod.PUT, status).status()).isEqualTo(401);
        assertThat(stranger.triesSignedOut(HttpMethod.DELETE, status).status()).isEqualTo(401);
        for (String own : List.of("/api/v1/timelines/home", "/api/v1/favourites", "/api/v1/bookmarks")) {
            assertThat(stranger.readsSignedOut(own).status()).as(own).isEqualTo(401);
        }
        author.tries("unpin", post);
    }

    private Reply asks(String visibility) {
        return author.tries(Map.of(
                "status", "Which, @%s @%s? #%s".formatted(mentioned.name(), blocked.name(), tag()),
                "visibility", visibility,
                "poll", Map.of("options", List.of("This", "That"), "expires_in", 3_600)));
    }

    private String tag() {
        return "asked" + author.id();
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
}
