package io.microblog.user.directory;

import java.util.List;

import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class DirectoryIntegrationTests {

    private static final String PATH = "/api/v1/directory?limit=80";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    private Person alice = World.NOBODY;
    private Person bob = World.NOBODY;
    private Person carol = World.NOBODY;

    @BeforeEach
    void meet() {
        alice = world.aPerson("alice");
        bob = world.aPerson("bob");
        carol = world.aPerson("carol");
    }

    @Test
    void showsTheNewestFirst() {
        assertThat(newest(alice, 3)).containsExactly(carol.username(), bob.username(), alice.username());
        assertThat(world.browser()
                        .get("/api/v1/directory?order=new&limit=1&offset=1&local=true")
                        .names())
                .containsExactly(bob.username());
    }

    @Test
    void showsThoseFirstWhoWroteLast() {
        wrote(carol, 30);
        wrote(alice, 20);

        List<String> active = world.as(bob).get(PATH).names();

        assertThat(active).containsSubsequence(alice.username(), carol.username());
        assertThat(active).doesNotContain(bob.username());
        assertThat(world.as(bob).get(PATH + "&order=active").names()).isEqualTo(active);
    }

    @Test
    void leavesOutWhoHidesOrIsHidden() {
        Person shy = world.aPerson("shy");
        Person closed = world.aPerson("closed");
        Person blocked = world.aPerson("blocked");
        Person blocking = world.aPerson("blocking");
        Person muted = world.aPerson("muted");
        List<Person> all = List.of(shy, closed, blocked, blocking, muted);
        all.forEach(person -> wrote(person, 1));
        world.as(shy).updateProfile("{\"discoverable\":false}");
        world.administrate(closed.username(), "suspend");
        world.as(alice).block(blocked);
        world.as(blocking).block(alice);
        world.as(alice).mute(muted);
        String[] names = all.stream().map(Person::username).toArray(String[]::new);

        assertThat(newest(alice, 80)).contains(bob.username()).doesNotContain(names);
        assertThat(world.as(alice).get(PATH).names()).doesNotContain(names);
        assertThat(newest(bob, 80))
                .contains(blocked.username(), blocking.username(), muted.username())
                .doesNotContain(shy.username(), closed.username());
    }

    @Test
    void refusesWhatItCannotRead() {
        for (String query : List.of("order=best", "offset=-1", "offset=10001", "offset=x", "limit=x")) {
            assertThat(world.as(alice).get("/api/v1/directory?" + query).status())
                    .as(query)
                    .isEqualTo(400);
        }
        String writer = world.aToken(alice, "write");
        assertThat(world.as(writer).get("/api/v1/directory").status()).isEqualTo(403);
    }

    private List<String> newest(Person reader, int limit) {
        return world.as(reader)
                .get("/api/v1/directory?order=new&limit=" + limit)
                .names();
    }

    private void wrote(Person author, int minutesAgo) {
        jdbc.sql("""
                INSERT INTO post_stats (author_id, statuses_count, last_status_at)
                VALUES (:author, 1, now() - :minutes * interval '1 minute')
                """).param("author", author.id()).param("minutes", minutesAgo).update();
    }
}
