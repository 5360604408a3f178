package io.microblog.post.home;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.microblog.event.Event;
import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Authors grow large and small; owners go away and come back. The tests' limit is ten followers. */
@PostServiceTest
class HomeLifeIntegrationTests {

    @Autowired
    private Town town;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private HomeProperties properties;

    @Autowired
    private Homes homes;

    private Person alice;
    private Person bob;

    @BeforeEach
    void people() {
        alice = town.newcomer("alice");
        bob = town.newcomer("bob");
    }

    @Test
    void whatALargeAuthorPublishesIsReadWithoutBeingWritten() {
        long before = alice.posts("Before");
        long carried = bob.posts("Worth carrying");
        List<Person> fans = grow();

        long after = alice.posts("After");
        long boost = alice.boosts(carried);
        town.settle();

        assertThat(fans.getFirst().home()).containsExactly(boost, after, before);
        assertThat(entries(fans.getFirst())).containsExactly(before);
        assertThat(alice.home()).containsExactly(after, before);
    }

    @Test
    void pagesGoOnWhileAnAuthorGrowsAndShrinks() {
        Person quiet = town.newcomer("quiet");
        bob.follows(alice, quiet);
        var posts = new ArrayList<Long>();
        posts.add(alice.posts("Small"));
        List<Person> fans = grow();
        IntStream.range(0, 3).forEach(number -> {
            posts.add(quiet.posts("Quiet " + number));
            posts.add(alice.posts("Large " + number));
        });
        town.settle();

        List<Long> first = page("max_id", Long.MAX_VALUE);
        shrink(fans);
        List<Long> second = page("max_id", first.getLast());
        List<Long> last = page("max_id", second.getLast());

        assertThat(List.of(first, second, last))
                .map(List::reversed)
                .containsExactly(posts.subList(4, 7), posts.subList(1, 4), posts.subList(0, 1));
        assertThat(entries(bob)).containsExactlyElementsOf(posts.reversed());
        assertThat(page("min_id", posts.getFirst())).isEqualTo(second);
        assertThat(page("since_id", posts.getFirst())).isEqualTo(first);
    }

    @Test
    void whatWasMergedIsWrittenHomeByHome() {
        List<Person> fans = grow();
        long post = alice.posts("Large");
        town.settle();

        shrink(fans.subList(3, fans.size()));

        assertThat(fans.subList(0, 3))
                .allSatisfy(fan -> assertThat(entries(fan)).containsExactly(post));
        assertThat(town.count("SELECT count(DISTINCT xmin::text) FROM home_timeline WHERE post_id = " + post
                        + " AND owner_id <> " + alice.id()))
                .as("transactions")
                .isEqualTo(3);
    }

    @Test
    void whatCannotBeWrittenToOneHomeIsReadUntilItCan() {
        List<Person> fans = grow();
        long post = alice.posts("Large");
        town.settle();
        List<Person> faithful = fans.subList(0, 3);

        whileClosed(faithful.getLast(), () -> {
            unfollow(fans.subList(3, fans.size()));
            await().untilAsserted(() ->
                    assertThat(faithful).map(this::entries).containsExactly(List.of(post), List.of(post), List.of()));
            assertThat(faithful).allSatisfy(fan -> assertThat(fan.home()).containsExactly(post));
            anotherLargeAuthorShrinks();
        });

        await().until(() -> largeAuthors() == 0);
        assertThat(faithful).allSatisfy(fan -> assertThat(entries(fan)).containsExactly(post));
    }

    /** As if the database failed whenever it comes to this home. */
    private void whileClosed(Person owner, Runnable test) {
        jdbc.sql("ALTER TABLE home_timeline ADD CONSTRAINT closed CHECK (owner_id <> %d) NOT VALID"
                        .formatted(owner.id()))
                .update();
        try {
            test.run();
        } finally {
            jdbc.sql("ALTER TABLE home_timeline DROP CONSTRAINT closed").update();
        }
    }

    private void anotherLargeAuthorShrinks() {
        jdbc.sql("INSERT INTO large_author (author_id) VALUES (:bob)")
                .param("bob", bob.id())
                .update();
        await().until(() -> town.count("SELECT count(*) FROM large_author WHERE author_id = " + bob.id()) == 0);
    }

    @Test
    void mergingGoesNoFurtherDownThanTrimming() {
        long old = alice.posts("Old");
        Person fan = grow().getLast();
        long recent = alice.posts("Recent");

        jdbc.sql("UPDATE home SET floor = :floor WHERE owner_id = :owner")
                .param("floor", old)
                .param("owner", fan.id())
                .update();
        jdbc.sql("DELETE FROM home_timeline WHERE owner_id = :owner")
                .param("owner", fan.id())
                .update();

        assertThat(fan.home()).containsExactly(recent);
    }

    @Test
    void aHomeThatNobodyReadsIsEmptiedAndMadeAnewForWhoComesBack() {
        Person carol = town.newcomer("carol");
        bob.follows(alice);
        String tag = "tag" + alice.id();
        bob.follows(tag);
        long own = bob.posts("Mine");
        long early = alice.posts("Early");
        town.settle();

        goAway(bob);
        assertThat(entries(bob)).isEmpty();
        long tagged = carol.posts("#" + tag);
        long late = alice.posts("Late");
        long boost = alice.boosts(town.newcomer("dave").posts("Carried on"));
        bob.follows(carol);
        assertThat(entries(bob)).isEmpty();

        assertThat(bob.home()).containsExactly(boost, late, tagged, early, own);
        assertThat(entries(bob)).containsExactly(boost, late, tagged, early, own);
        long next = alice.posts("Next");
        town.settle();
        assertThat(entries(bob)).startsWith(next);
    }

    @Test
    void whoReadsNowAndThenKeepsTheirHome() {
        bob.follows(alice);
        long post = alice.posts("Hello");
        town.settle();
        setRead(bob, "7 hours");

        bob.home();

        assertThat(town.count("SELECT count(*) FROM home WHERE read_at > now() - interval '1 minute' AND owner_id = "
                        + bob.id()))
                .isOne();
        assertThat(entries(bob)).containsExactly(post);
    }

    @Test
    void aHomeIsMadeAnewFromHoweverLongAgoUntilItIsFull() {
        bob.follows(alice);
        List<Long> posts = IntStream.of(9 * 365, 400, 30, 2, 0)
                .mapToObj(days -> aged(alice.posts("Posted"), days))
                .toList();
        town.settle();

        rebuild(properties.capacity());
        assertThat(bob.home()).containsExactlyElementsOf(posts.reversed());

        rebuild(4);
        assertThat(entries(bob)).containsExactlyElementsOf(posts.subList(1, 5).reversed());
        assertThat(town.count("SELECT floor FROM home WHERE owner_id = " + bob.id()))
                .isEqualTo(posts.get(1) - 1);
    }

    private void rebuild(int capacity) {
        goAway(bob);
        var small = new HomeProperties(capacity, 40, 10, Duration.ofDays(30), 0.4, Duration.ZERO);
        new Homes(jdbc, new HomeRebuild(jdbc, small), small, transactions).welcome(bob.id());
    }

    /** The new id of a post that is made older. */
    private long aged(long post, int days) {
        long older = post - (Duration.ofDays(days).toMillis() << 16);
        jdbc.sql("UPDATE post SET id = :older WHERE id = :post")
                .param("older", older)
                .param("post", post)
                .update();
        return older;
    }

    /** As many begin to follow as make an author large. */
    private List<Person> grow() {
        List<Person> fans = IntStream.range(0, properties.fanOutLimit())
                .mapToObj(number -> town.newcomer("fan"))
                .toList();
        town.happens(fans.stream().map(fan -> town.follow(fan, alice)).toArray(Event[]::new));
        town.settle();
        assertThat(largeAuthors()).isOne();
        return fans;
    }

    private void shrink(List<Person> fans) {
        unfollow(fans);
        await().until(() -> largeAuthors() == 0);
    }

    private void unfollow(List<Person> fans) {
        town.happens(fans.stream().map(fan -> town.unfollow(fan, alice)).toArray(Event[]::new));
        town.settle();
    }

    private long largeAuthors() {
        return town.count("SELECT count(*) FROM large_author WHERE author_id = " + alice.id());
    }

    private void goAway(Person owner) {
        setRead(owner, "31 days");
        homes.leave();
    }

    private void setRead(Person owner, String ago) {
        jdbc.sql("UPDATE home SET read_at = now() - CAST(:ago AS interval) WHERE owner_id = :owner")
                .param("ago", ago)
                .param("owner", owner.id())
                .update();
    }

    private List<Long> page(String cursor, long id) {
        return bob.reads("/api/v1/timelines/home?limit=3&" + cursor + "=" + id).ids();
    }

    private List<Long> entries(Person owner) {
        return jdbc.sql("SELECT post_id FROM home_timeline WHERE owner_id = :owner ORDER BY post_id DESC")
                .param("owner", owner.id())
                .query((row, number) -> row.getLong(1))
                .list();
    }
}
