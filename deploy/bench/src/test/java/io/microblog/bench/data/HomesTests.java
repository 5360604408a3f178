package io.microblog.bench.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HomesTests {

    private final World world = World.of(7, new Scale(1));
    private final People people = world.people();
    private final Posts posts = world.posts();
    private final Homes homes = new Homes(people, posts, world.boosts());

    @Test
    void areFullAndInTheOrderOfTime() {
        List<Homes.Entry> home = homes.of(3);

        assertThat(home).hasSize(Homes.CAPACITY).isSortedAccordingTo((a, b) -> Long.compare(a.id(), b.id()));
        assertThat(home).extracting(Homes.Entry::id).doesNotHaveDuplicates();
    }

    @Test
    void holdWhatTheOwnerAndTheFollowedWroteAndCarriedOn() {
        assertThat(homes.of(3)).allMatch(entry -> entry.author() == 3 || people.follows(3, entry.author()));
        assertThat(homes.of(3)).anyMatch(entry -> entry.boosted() >= 0).anyMatch(entry -> entry.boosted() < 0);
    }

    @Test
    void leaveOutDirectPostsAndAnswersToStrangers() {
        List<Long> home = homes.of(3).stream().map(Homes.Entry::id).toList();

        assertThat(IntStream.range(0, posts.count()).filter(post -> home.contains(posts.id(post))))
                .isNotEmpty()
                .allMatch(posts::isCounted)
                .allMatch(post -> !posts.isAnswer(post)
                        || posts.author(post) == 3
                        || concerns(posts.author(posts.answered(post)), post));
    }

    private boolean concerns(int answered, int post) {
        return answered == 3 || answered == posts.author(post) || people.follows(3, answered);
    }

    @Test
    void idsOfPostsAndBoostsNeverMeet() {
        long[] ids = IntStream.range(0, posts.count()).mapToLong(posts::id).toArray();

        assertThat(IntStream.range(0, world.boosts().count()).mapToLong(world.boosts()::id))
                .doesNotHaveDuplicates()
                .noneMatch(id -> Arrays.binarySearch(ids, id) >= 0);
    }
}
