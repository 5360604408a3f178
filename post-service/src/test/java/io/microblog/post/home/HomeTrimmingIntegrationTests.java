package io.microblog.post.home;

import java.time.Duration;

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

@PostServiceTest
class HomeTrimmingIntegrationTests {

    @Autowired
    private Town town;

    @Autowired
    private Upkeep upkeep;

    @Autowired
    private HomeProperties properties;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private Person alice;
    private Person bob;

    @BeforeEach
    void people() {
        alice = town.newcomer("alice");
        bob = town.newcomer("bob");
    }

    @Test
    void aHomeIsTrimmedToItsCapacity() {
        bob.follows(alice);
        long first = alice.posts("One");
        long second = alice.posts("Two");
        long third = alice.posts("Three");
        town.settle();

        upkeep.trims(2);

        assertThat(town.entriesOf(bob)).containsExactly(third, second);
        assertThat(town.entriesOf(alice)).containsExactly(third, second);
        assertThat(floor(bob)).isEqualTo(first);
    }

    @Test
    void aHomeThatIsShortEnoughStaysAsItIs() {
        bob.follows(alice);
        long post = alice.posts("One");
        town.settle();

        upkeep.trims(1);

        assertThat(town.entriesOf(bob)).containsExactly(post);
        assertThat(floor(bob)).isZero();
    }

    /** Its entries lie on more pages than are trimmed in one step. */
    @Test
    void aPartitionIsTrimmedOnceItHasGrown() {
        write(bob, 1, 500_000);

        await().atMost(Duration.ofMinutes(1)).until(() -> town.entriesOf(bob).size() == properties.capacity());

        assertThat(town.entriesOf(bob)).startsWith(500_000L).endsWith(500_001L - properties.capacity());
        await().until(() -> town.count("SELECT count(*) FROM home_partition WHERE claimed_until > now()") == 0);
    }

    @Test
    void whoDeletesFromAHomeIsNotWaitedFor() {
        bob.follows(alice);
        long first = alice.posts("One");
        long second = alice.posts("Two");
        town.settle();

        transactions.executeWithoutResult(_ -> {
            jdbc.sql("SELECT FROM home_timeline WHERE owner_id = :owner AND post_id = :post FOR UPDATE")
                    .param("owner", bob.id())
                    .param("post", first)
                    .query()
                    .listOfRows();
            Thread trimming = Thread.ofVirtual().start(() -> upkeep.trims(1));
            await().until(() -> !trimming.isAlive());
        });
        assertThat(town.entriesOf(bob)).containsExactly(second, first);

        upkeep.trims(1);
        assertThat(town.entriesOf(bob)).containsExactly(second);
    }

    private void write(Person owner, long from, long to) {
        jdbc.sql("""
                INSERT INTO home_timeline (owner_id, post_id, author_id)
                SELECT :owner, id, :owner FROM generate_series(:from, :to) id
                """)
                .param("owner", owner.id())
                .param("from", from)
                .param("to", to)
                .update();
    }

    private long floor(Person owner) {
        return town.count("SELECT floor FROM home WHERE owner_id = " + owner.id());
    }
}
