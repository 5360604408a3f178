package io.microblog.search.query;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import com.jayway.jsonpath.JsonPath;
import io.microblog.event.Event;
import io.microblog.event.RelationshipEvent;
import io.microblog.event.RelationshipState;
import io.microblog.event.Visibility;
import io.microblog.search.APost;
import io.microblog.search.EventWriter;
import io.microblog.search.Ids;
import io.microblog.search.Reader;
import io.microblog.search.Rows;
import io.microblog.search.SearchTest;
import io.microblog.search.Somebody;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How soon is hidden what may not be found any more. The owners of posts and people here show all that they are asked for, so
 * that it is search alone which hides.
 */
@SearchTest
class HidingIntegrationTests {

    /** An odd number: the one in the middle counts, since somebody else may have the machine for a moment. */
    private static final int TRIES = 5;

    private static final Duration SOON = Duration.ofSeconds(1);

    @Autowired
    EventWriter events;

    @Autowired
    Reader reader;

    @Autowired
    Rows rows;

    private int people;

    @Test
    void aBlockHides() {
        assertHiddenSoon(post -> new RelationshipEvent.UserBlocked(between(Reader.ID, post.authorId(), true, false)));
    }

    @Test
    void aBlockOfTheReaderHides() {
        assertHiddenSoon(post -> new RelationshipEvent.UserBlocked(between(post.authorId(), Reader.ID, true, false)));
    }

    @Test
    void aMuteHides() {
        assertHiddenSoon(post -> new RelationshipEvent.UserMuted(between(Reader.ID, post.authorId(), false, true)));
    }

    @Test
    void aDeletionHides() {
        assertHiddenSoon(APost::deleted);
    }

    @Test
    void anEditToAnotherAudienceHides() {
        assertHiddenSoon(post -> post.edit().seenBy(Visibility.PRIVATE).edited());
    }

    @Test
    void anEditOfTheWordsHides() {
        assertHiddenSoon(post -> post.edit().saying("other").edited());
    }

    @Test
    void aSuspensionHidesPostsAndPerson() {
        assertSoon(() -> {
            Somebody author = somebody();
            APost post = written(author);
            assertThat(reader.accounts(author.username())).contains(author.id());
            return timeOf(
                    author.suspended(true).changed(),
                    () -> !isFound(post) && !reader.accounts(author.username()).contains(author.id()));
        });
    }

    @Test
    void notToBeIndexableHides() {
        assertSoon(() -> {
            Somebody author = somebody();
            APost post = written(author);
            return timeOf(author.notIndexable().changed(), () -> !isFound(post));
        });
    }

    @Test
    void hashtagsGoWithTheirLastPost() {
        assertSoon(() -> {
            Somebody author = somebody();
            APost post = written(author);
            String tag = post.hashtags().getFirst();
            assertThat(tags(tag)).containsExactly(tag);
            return timeOf(author.notIndexable().changed(), () -> tags(tag).isEmpty());
        });
    }

    @Test
    void aLimitHidesPostsAndPersonFromStrangersUntilItIsLifted() {
        assertSoon(() -> {
            Somebody author = somebody();
            APost post = written(author);
            assertThat(tags(post.hashtags().getFirst())).isNotEmpty();
            Duration hiding = timeOf(author.limited(true).restricted(), () -> isGone(author, post));
            events.write(author.limited(true).limited(false).restricted());
            Awaitility.await().until(() -> isFound(post) && isFound(author));
            return hiding;
        });
    }

    @Test
    void aLimitHidesNothingFromFollowers() {
        Somebody author = somebody();
        APost post = written(author);
        long stranger = Ids.next();
        assertThat(reader.statusesFor(stranger, post.text())).contains(post.id());
        events.write(new RelationshipEvent.UserFollowed(follow(Reader.ID, author.id())));

        events.write(author.limited(true).restricted());

        Awaitility.await()
                .until(() -> !reader.statusesFor(stranger, post.text()).contains(post.id()));
        Awaitility.await().untilAsserted(() -> {
            assertThat(isFound(post)).isTrue();
            assertThat(isFound(author)).isTrue();
            assertThat(reader.statuses(post.text() + " in:public")).contains(post.id());
        });
        assertThat(reader.statusesFor(author.id(), post.text())).contains(post.id());
    }

    private boolean isGone(Somebody author, APost post) {
        return !isFound(post)
                && !isFound(author)
                && tags(post.hashtags().getFirst()).isEmpty();
    }

    private boolean isFound(Somebody author) {
        return reader.accounts(author.username()).contains(author.id());
    }

    private interface Try {
        Duration run();
    }

    private void assertHiddenSoon(Function<APost, Event> hiding) {
        assertSoon(() -> {
            APost post = written(somebody());
            return timeOf(hiding.apply(post), () -> !isFound(post));
        });
    }

    private static void assertSoon(Try hiding) {
        List<Duration> times = new ArrayList<>();
        for (int n = 0; n < TRIES; n++) {
            times.add(hiding.run());
        }
        Collections.sort(times);
        assertThat(times.get(TRIES / 2)).as("%s", times).isLessThan(SOON);
    }

    private Duration timeOf(Event event, BooleanSupplier hidden) {
        long start = System.nanoTime();
        events.write(event);
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(hidden::getAsBoolean);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Somebody somebody() {
        Somebody author = Somebody.named("hide" + Long.toString(System.nanoTime(), 36) + people++);
        events.write(author.registered());
        rows.awaitIndexed(author);
        return author;
    }

    private APost written(Somebody author) {
        APost post = APost.by(author).tagged("tag" + author.username()).saying("pangolin " + author.username());
        events.write(post.created());
        rows.awaitIndexed(post);
        Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> isFound(post));
        return post;
    }

    private boolean isFound(APost post) {
        return reader.statuses(post.text()).contains(post.id());
    }

    private List<String> tags(String name) {
        return JsonPath.read(Reader.body(reader.get("/api/v2/search?type=hashtags&q={q}", name)), "$.hashtags[*].name");
    }

    private static RelationshipState follow(long one, long other) {
        return new RelationshipState(
                one, other, 1, true, true, false, Instant.now(), null, null, false, false, false, null);
    }

    private static RelationshipState between(long one, long other, boolean blocks, boolean mutes) {
        return new RelationshipState(one, other, 1, false, true, false, null, null, null, blocks, mutes, false, null);
    }
}
