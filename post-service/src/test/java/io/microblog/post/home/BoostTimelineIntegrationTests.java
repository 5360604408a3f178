package io.microblog.post.home;

import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Boosts in homes. */
@PostServiceTest
class BoostTimelineIntegrationTests {

    @Autowired
    private Town town;

    private Person author;
    private Person booster;
    private Person reader;

    @BeforeEach
    void people() {
        author = town.newcomer("author");
        booster = town.newcomer("booster");
        reader = town.newcomer("reader").follows(booster);
    }

    @Test
    void aBoostReachesTheFollowersOfWhoBoosts() {
        long post = author.posts("Hello");

        long boost = booster.boosts(post);
        town.settle();

        assertThat(reader.home()).containsExactly(boost);
        assertThat(reader.reads("/api/v1/timelines/home")
                        .body()
                        .path(0)
                        .path("reblog")
                        .path("id")
                        .asLong())
                .isEqualTo(post);
        assertThat(author.home()).containsExactly(post);
        booster.does("unreblog", post);
        assertThat(reader.home()).isEmpty();
        town.settle();
        assertThat(entries(boost)).isZero();
    }

    @Test
    void eachPostStandsThereOnce() {
        Person other = town.newcomer("other");
        reader.follows(other);
        long post = author.posts("Hello");
        long first = booster.boosts(post);
        long second = other.boosts(post);
        town.settle();
        assertThat(reader.home()).containsExactly(first);

        booster.does("unreblog", post);
        assertThat(reader.home()).containsExactly(second);

        reader.follows(author);
        assertThat(reader.home()).containsExactly(post);
    }

    @Test
    void boostsThatAreNotWantedAreNotThere() {
        long early = booster.boosts(author.posts("Early"));
        town.settle();
        assertThat(reader.home()).containsExactly(early);

        town.happens(town.followWithoutBoosts(reader, booster));
        town.settle();
        long late = booster.boosts(author.posts("Late"));
        long own = booster.posts("Mine");
        town.settle();
        assertThat(reader.home()).containsExactly(own);
        assertThat(entries(early) + entries(late)).isZero();

        town.happens(town.follow(reader, booster));
        town.settle();
        assertThat(reader.home()).containsExactly(own, late, early);
    }

    @Test
    void followingBringsBoostsAndUnfollowingTakesThemAway() {
        Person late = town.newcomer("late");
        long boost = booster.boosts(author.posts("Hello"));

        late.follows(booster);
        assertThat(late.home()).containsExactly(boost);

        late.unfollows(booster);
        assertThat(late.home()).isEmpty();
        assertThat(town.count("SELECT count(*) FROM home_timeline WHERE owner_id = " + late.id()))
                .isZero();
    }

    @Test
    void anAnswerMayBeBoostedToThoseWhoDoNotFollowBothSides() {
        long question = author.posts("Anybody?");
        long answer = booster.answers(question, "Me");
        town.settle();
        assertThat(reader.home()).isEmpty();

        long boost = booster.boosts(answer);
        town.settle();

        assertThat(reader.home()).containsExactly(boost);
    }

    @Test
    void deletingThePostTakesItsBoostsOutOfAllHomes() {
        long post = author.posts("Hello");
        long boost = booster.boosts(post);
        town.settle();

        author.deletes(post);

        assertThat(reader.home()).isEmpty();
        town.settle();
        assertThat(entries(boost)).isZero();
    }

    @Test
    void aPrivatePostIsNotCarriedToStrangers() {
        booster.follows(author);
        long post = author.posts("Among us", "private");
        long own = author.boosts(post);
        town.settle();

        assertThat(booster.tries("reblog", post).status()).isEqualTo(403);
        assertThat(booster.home()).containsExactly(post);
        assertThat(reader.reads("/api/v1/statuses/" + own).status()).isEqualTo(404);
        assertThat(reader.home()).isEmpty();
    }

    @Test
    void theSuspendedAreNotBoostedAndDoNotBoost() {
        Person other = town.newcomer("other");
        reader.follows(other);
        long post = author.posts("Hello");
        long boost = booster.boosts(post);
        long second = other.boosts(post);
        town.settle();
        assertThat(reader.home()).containsExactly(boost);

        booster.isSuspended();
        assertThat(reader.home()).containsExactly(second);
        assertThat(reader.reads("/api/v1/statuses/" + boost).status()).isEqualTo(404);

        author.isSuspended();
        assertThat(reader.home()).isEmpty();
    }

    private long entries(long id) {
        return town.count("SELECT count(*) FROM home_timeline WHERE post_id = " + id);
    }
}
