package io.microblog.user.relation;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.microblog.event.RelationshipEvent;
import io.microblog.event.RelationshipEvent.FollowRejected;
import io.microblog.event.RelationshipEvent.UserUnblocked;
import io.microblog.event.RelationshipEvent.UserUnfollowed;
import io.microblog.event.RelationshipEvent.UserUnmuted;
import io.microblog.user.Client;
import io.microblog.user.Heard;
import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import io.microblog.user.account.Moderation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IntegrationTest
class RelationshipErasuresIntegrationTests {

    @Autowired
    World world;

    @Autowired
    Heard heard;

    @Autowired
    Moderation moderation;

    @Autowired
    RelationshipErasures erasures;

    @Autowired
    JdbcClient jdbc;

    @Test
    void endsWhatThereWasOnceHoweverOftenItRuns() {
        Person gone = world.aPerson("gone");
        Person friend = world.aPerson("friend");
        Person blocked = world.aPerson("blocked");
        Person muted = world.aPerson("muted");
        Person asking = world.aPerson("asking");
        Person shunning = world.aPerson("shunning");
        Client own = world.as(gone);
        own.follow(friend);
        own.block(blocked);
        own.mute(muted);
        own.note(friend, "Met in spring");
        world.as(friend).follow(gone);
        own.lock(true);
        world.as(asking).follow(gone);
        world.as(shunning).block(gone);

        moderation.suspend(gone.id());
        moderation.erase(gone.id());
        erasures.run();
        // As after a kill before the account was ticked off.
        jdbc.sql("INSERT INTO relationship_erasure (account_id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(gone.id())
                .update();
        erasures.run();

        assertThat(remaining(gone)).isEqualTo(0);
        assertThat(world.account(friend).get("followers_count").asInt()).isZero();
        assertThat(world.account(friend).get("following_count").asInt()).isZero();
        assertThat(world.as(shunning)
                        .get("/api/v1/accounts/relationships?with_suspended=true&id=" + gone.id())
                        .json()
                        .at("/0/blocking")
                        .asBoolean())
                .isTrue();
        await().untilAsserted(() -> {
            assertThat(ends(gone, friend)).containsExactly(UserUnfollowed.class);
            assertThat(ends(friend, gone)).containsExactly(UserUnfollowed.class);
            assertThat(ends(gone, blocked)).containsExactly(UserUnblocked.class);
            assertThat(ends(gone, muted)).containsExactly(UserUnmuted.class);
            assertThat(ends(asking, gone)).containsExactly(FollowRejected.class);
        });
    }

    @Test
    void goesOnFromWhereItWas() {
        Person gone = world.aPerson("gone");
        Person first = world.aPerson("first");
        Person last = world.aPerson("last");
        Client own = world.as(gone);
        own.mute(first, Map.of());
        own.mute(last, Map.of());
        moderation.suspend(gone.id());
        jdbc.sql("INSERT INTO relationship_erasure (account_id, after_id) VALUES (?, ?)")
                .params(gone.id(), first.id())
                .update();

        IntStream.range(0, 2).forEach(run -> erasures.run());

        assertThat(jdbc.sql("SELECT to_id FROM relationship WHERE from_id = ? AND mute_id IS NOT NULL")
                        .param(gone.id())
                        .query(Long.class)
                        .list())
                .containsExactly(first.id());
    }

    private List<Class<?>> ends(Person from, Person to) {
        return heard.between(from, to).stream()
                .<Class<?>>map(RelationshipEvent::getClass)
                .filter(
                        List.of(UserUnfollowed.class, UserUnblocked.class, UserUnmuted.class, FollowRejected.class)
                                ::contains)
                .toList();
    }

    private int remaining(Person gone) {
        return jdbc.sql("""
                SELECT count(*) FROM relationship
                WHERE from_id = :id AND (coalesce(follow_id, request_id, block_id, mute_id) IS NOT NULL OR note <> '')
                    OR to_id = :id AND coalesce(follow_id, request_id) IS NOT NULL
                """).param("id", gone.id()).query(Integer.class).single();
    }
}
