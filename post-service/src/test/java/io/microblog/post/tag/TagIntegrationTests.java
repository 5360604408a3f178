package io.microblog.post.tag;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Hashtags: their history, following them, and their timelines. */
@PostServiceTest
class TagIntegrationTests {

    @Autowired
    private Town town;

    private Person alice;
    private Person bob;
    private String tag;

    @BeforeEach
    void people() {
        alice = town.newcomer("alice");
        bob = town.newcomer("bob");
        tag = "tag" + alice.id();
    }

    @Test
    void tellsHowMuchAHashtagWasUsed() {
        alice.posts("#" + tag);
        alice.posts("#" + tag + " again");
        bob.posts("#" + tag);
        bob.posts("#" + tag, "unlisted");

        Reply found = bob.readsSignedOut("/api/v1/tags/" + tag.toUpperCase(java.util.Locale.ROOT));

        assertThat(found.text("name")).isEqualTo(tag);
        assertThat(found.text("url")).isEqualTo("http://localhost:8080/tags/" + tag);
        assertThat(found.body().has("following")).isFalse();
        JsonNode history = found.body().path("history");
        assertThat(history.size()).isEqualTo(7);
        assertThat(history.path(0).path("uses").asString()).isEqualTo("3");
        assertThat(history.path(0).path("accounts").asString()).isEqualTo("2");
        assertThat(history.path(6).path("uses").asString()).isEqualTo("0");
        long today = LocalDate.now(ZoneOffset.UTC).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        assertThat(history.path(0).path("day").asString()).isEqualTo(Long.toString(today));
        assertThat(bob.reads("/api/v1/tags/" + tag + "unused").status()).isEqualTo(200);
        assertThat(bob.reads("/api/v1/tags/no!tag").status()).isEqualTo(404);
    }

    @Test
    void isShownAsAuthorsWriteIt() {
        String written = "Straßen" + tag.toUpperCase(java.util.Locale.ROOT);
        String otherwise = "STRASSEN" + tag;
        assertThat(bob.follows(otherwise).text("name")).isEqualTo(otherwise);

        long post = alice.posts("#" + written);

        Reply status = bob.reads("/api/v1/statuses/" + post);
        assertThat(status.body().path("tags").path(0).path("name").asString()).isEqualTo(written);
        assertThat(status.text("content")).contains("#<span>" + written + "</span>");
        assertThat(bob.reads("/api/v1/tags/" + otherwise).text("name")).isEqualTo(written);
        assertThat(bob.reads("/api/v1/followed_tags")
                        .body()
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo(written);
        assertThat(bob.reads("/api/v1/timelines/tag/" + otherwise).ids()).containsExactly(post);
        bob.posts("#" + otherwise);
        alice.posts("#" + written + " again");
        assertThat(bob.reads("/api/v1/tags/" + otherwise).text("name")).isEqualTo(written);
    }

    @Test
    void followedHashtagsAreListed() {
        String other = tag + "b";
        assertThat(bob.follows(tag).body().path("following").asBoolean()).isTrue();
        bob.follows(tag);
        bob.follows(other);

        Reply list = bob.reads("/api/v1/followed_tags");
        assertThat(list.body().valueStream().map(item -> item.path("name").asString()))
                .containsExactly(other, tag);
        Reply first = bob.reads("/api/v1/followed_tags?limit=1");
        assertThat(first.link()).contains("rel=\"next\"");
        assertThat(alice.reads("/api/v1/followed_tags").body().size()).isZero();
        assertThat(bob.reads("/api/v1/tags/" + tag).body().path("following").asBoolean())
                .isTrue();

        assertThat(bob.unfollows(tag).body().path("following").asBoolean()).isFalse();
        bob.unfollows(tag);
        assertThat(bob.reads("/api/v1/followed_tags").body().size()).isOne();
        assertThat(bob.readsSignedOut("/api/v1/followed_tags").status()).isEqualTo(401);
    }

    @Test
    void publicPostsWithAFollowedHashtagReachTheHome() {
        long early = alice.posts("Early #" + tag);
        bob.follows(tag);
        assertThat(bob.home()).containsExactly(early);

        long late = alice.posts("Late #" + tag);
        alice.posts("Quiet #" + tag, "unlisted");
        alice.answers(bob.posts("Elsewhere"), "An answer #" + tag);
        Person carol = town.newcomer("carol");
        carol.answers(late, "To somebody else #" + tag);
        town.settle();
        assertThat(bob.home()).contains(late, early).hasSize(3);

        alice.edits(early, "No hashtag any more");
        assertThat(bob.home()).contains(late).doesNotContain(early);

        alice.deletes(late);
        assertThat(town.count("SELECT count(*) FROM home_timeline WHERE post_id = " + late))
                .isZero();
    }

    @Test
    void aPostStaysWhileOneReasonIsLeft() {
        bob.follows(alice);
        bob.follows(tag);
        long post = alice.posts("#" + tag);
        long plain = alice.posts("Plain");
        town.settle();
        assertThat(bob.home()).containsExactly(plain, post);

        bob.unfollows(alice);
        assertThat(bob.home()).containsExactly(post);

        bob.follows(alice);
        bob.unfollows(tag);
        assertThat(bob.home()).containsExactly(plain, post);

        bob.unfollows(alice);
        assertThat(bob.home()).isEmpty();
        assertThat(town.count("SELECT count(*) FROM home_timeline WHERE owner_id = " + bob.id()))
                .isZero();
    }

    @Test
    void aTimelineMayAskForSeveralHashtags() {
        String a = tag + "a";
        String b = tag + "b";
        String c = tag + "c";
        long one = alice.posts("#" + a);
        long two = alice.posts("#" + b);
        long both = bob.posts("#%s #%s".formatted(a, b));
        long three = bob.posts("#%s #%s #%s".formatted(a, b, c));
        String path = "/api/v1/timelines/tag/" + a;

        assertThat(bob.reads(path).ids()).containsExactly(three, both, one);
        assertThat(bob.reads(path + "?any[]=" + b).ids()).containsExactly(three, both, two, one);
        assertThat(bob.reads(path + "?any[]=" + b + "&limit=2&max_id=" + three).ids())
                .containsExactly(both, two);
        assertThat(bob.reads(path + "?all[]=" + b).ids()).containsExactly(three, both);
        assertThat(bob.reads(path + "?all[]=" + b + "&all[]=" + c).ids()).isEqualTo(List.of(three));
        assertThat(bob.reads(path + "?none[]=" + c).ids()).containsExactly(both, one);
        assertThat(bob.reads(path + "?any[]=" + c + "&none[]=" + b).ids()).containsExactly(one);
        assertThat(bob.reads(path + "?any=" + b + "&none=" + c).ids()).containsExactly(both, two, one);
        assertThat(bob.reads(path + "?all=" + b + "&all=" + c).ids()).containsExactly(three);
        assertThat(bob.reads(path + "?local=true&remote=true").ids()).containsExactly(three, both, one);
        assertThat(bob.reads(path + "?remote=true").ids()).isEmpty();
    }
}
