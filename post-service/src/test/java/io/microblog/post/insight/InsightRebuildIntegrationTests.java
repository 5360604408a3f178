package io.microblog.post.insight;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Town;
import io.microblog.post.home.Upkeep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The numbers are what the topics say, however often they are read. */
@PostServiceTest
class InsightRebuildIntegrationTests {

    /** Whatever of a person's is counted; a number that has gone back to nothing is none. */
    private static final String NUMBERS = """
            SELECT concat_ws(' ', 'post', post_id, language, homes, opens, favourites, boosts, replies) AS line
            FROM insight_post WHERE author_id = :author
            UNION ALL
            SELECT concat_ws(' ', 'post', post_id, t.at, t.homes, t.opens, t.favourites, t.boosts, t.replies)
            FROM insight_post_time t JOIN insight_post i USING (post_id) WHERE author_id = :author
                AND (t.homes, t.opens, t.favourites, t.boosts, t.replies) <> (0, 0, 0, 0, 0)
            UNION ALL
            SELECT concat_ws(' ', 'author', at, posts, homes, opens, favourites, boosts, replies, gained, lost)
            FROM insight_author_time WHERE author_id = :author
                AND (posts, homes, opens, favourites, boosts, replies, gained, lost) <> (0, 0, 0, 0, 0, 0, 0, 0)
            UNION ALL
            SELECT concat_ws(' ', 'answer', reply_id) FROM insight_reply r JOIN insight_post i USING (post_id)
            WHERE author_id = :author
            ORDER BY line
            """;

    @Autowired
    private Town town;

    @Autowired
    private Upkeep upkeep;

    @Autowired
    private Openings openings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private KafkaListenerEndpointRegistry consumers;

    private Person alice;

    @BeforeEach
    void aBusyDay() {
        alice = town.newcomer("alice");
        Person bob = town.newcomer("bob").follows(alice);
        Person carol = town.newcomer("carol").follows(bob, alice);
        Person dave = town.newcomer("dave").follows(bob);
        long post = alice.posts("Hello");
        town.settle();
        bob.boosts(post);
        bob.does("favourite", post);
        dave.does("favourite", post);
        bob.does("unfavourite", post);
        carol.answers(post, "An answer");
        dave.deletes(dave.answers(post, "Not really"));
        long other = alice.posts("Another");
        carol.answers(other, "Well");
        carol.boosts(other);
        alice.edits(post, "Hallo zusammen, wie geht es euch heute Abend?");
        alice.deletes(other);
        dave.reads("/api/v1/statuses/" + post);
        carol.unfollows(alice);
        dave.follows(alice);
        openings.count();
        town.settle();
        upkeep.counts();
        town.settle();
    }

    @Test
    void eventsThatComeAgainChangeNothing() {
        List<String> before = numbers();

        again(() -> {});

        assertThat(numbers()).hasSize(4).isEqualTo(before);
    }

    @Test
    void theyAreTheSameWhenMadeAnew() {
        List<String> before = numbers();

        again(() -> jdbc.sql(
                        "TRUNCATE insight_post, insight_post_time, insight_author_time, insight_reply, insight_follower")
                .update());

        assertThat(numbers()).hasSize(4).isEqualTo(before);
    }

    private List<String> numbers() {
        return jdbc.sql(NUMBERS)
                .param("author", alice.id())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** All consumers read all events again. */
    private void again(Runnable meanwhile) {
        var stopped = new CountDownLatch(1);
        consumers.stop(stopped::countDown);
        try {
            await().atMost(Duration.ofMinutes(1)).until(() -> stopped.getCount() == 0);
            meanwhile.run();
            town.rewind();
        } finally {
            consumers.start();
        }
        town.settle();
    }
}
