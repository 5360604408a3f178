package io.microblog.post.posting;

import java.time.Instant;

import io.microblog.event.ModerationEvent.PostRemovalDecided;
import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PostServiceTest
class RemovalListenerIntegrationTests {

    @Autowired
    private Town town;

    private Person troll;
    private Person bob;

    @BeforeEach
    void people() {
        troll = town.newcomer("troll");
        bob = town.newcomer("bob").follows(troll);
    }

    @Test
    void deletesAsTheAuthorWould() {
        long post = troll.posts("Buy now #spam");
        long kept = troll.posts("Good morning");
        bob.does("reblog", post);

        moderatorsRemove(troll, post);
        moderatorsRemove(troll, post);

        assertThat(bob.reads("/api/v1/statuses/" + post).status()).isEqualTo(404);
        assertThat(troll.reads("/api/v1/statuses/" + post).status()).isEqualTo(404);
        assertThat(bob.home()).containsExactly(kept);
        assertThat(town.eventsOf(post).stream().filter(event -> event.contains("PostDeleted")))
                .hasSize(1);
    }

    @Test
    void takesBackABoost() {
        long post = bob.posts("Look at this");
        long boost = troll.boosts(post);

        moderatorsRemove(troll, boost);

        assertThat(bob.reads("/api/v1/statuses/" + post)
                        .body()
                        .path("reblogs_count")
                        .asInt())
                .isZero();
    }

    @Test
    void leavesWhatIsSomebodyElses() {
        long post = bob.posts("Good morning");

        moderatorsRemove(troll, post);

        assertThat(troll.reads("/api/v1/statuses/" + post).status()).isEqualTo(200);
    }

    private void moderatorsRemove(Person author, long post) {
        town.happens(new PostRemovalDecided(1, 2, author.id(), post, Instant.now()));
        town.settle();
    }
}
