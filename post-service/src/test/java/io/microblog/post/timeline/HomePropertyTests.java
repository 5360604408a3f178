package io.microblog.post.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.microblog.event.Event;
import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.Town;
import io.microblog.post.timeline.History.Act;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

import static org.assertj.core.api.Assertions.fail;

/**
 * Homes hold what the model says, whatever people do, while consumers stop and start and events come again. A failure is
 * told by the shortest history that shows it.
 */
@PostServiceTest
class HomePropertyTests {

    private static final int LENGTH = 60;

    @Autowired
    private Town town;

    @Autowired
    private KafkaListenerEndpointRegistry consumers;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void homesEqualTheModel(long seed) {
        History history = History.random(seed, LENGTH);
        if (new Run().difference(history) != null) {
            History shortest = history.shrink(part -> new Run().difference(part) != null);
            fail("Seed %d: %s%n%s", seed, new Run().difference(shortest), shortest);
        }
    }

    /** A history with people of its own. */
    private final class Run {

        private final List<Person> people = IntStream.range(0, History.PEOPLE)
                .mapToObj(number -> town.newcomer("person"))
                .toList();
        private final HomeModel model = new HomeModel();
        private final List<Long> posts = new ArrayList<>();
        private final List<Integer> authors = new ArrayList<>();

        /** Where the homes and the model differ; null when they do not. */
        @Nullable
        String difference(History history) {
            history.acts().forEach(this::act);
            town.settle();
            for (int owner = 0; owner < people.size(); owner++) {
                List<Long> home = people.get(owner)
                        .reads("/api/v1/timelines/home?limit=40")
                        .ids();
                List<Long> expected = model.home(owner).stream().limit(40).toList();
                if (!home.equals(expected)) {
                    return "home of person %d is %s instead of %s".formatted(owner, home, expected);
                }
            }
            return null;
        }

        private void act(Act act) {
            int other = act.what() % people.size();
            switch (act.kind()) {
                case POST -> post(act.who(), Map.of("status", "Post"), null);
                case POST_PRIVATELY -> post(act.who(), Map.of("status", "Post", "visibility", "private"), null);
                case REPLAY -> restart(true);
                case RESTART -> restart(false);
                case FOLLOW -> follow(act.who(), other, true);
                case FOLLOW_WITHOUT_BOOSTS -> follow(act.who(), other, false);
                case UNFOLLOW -> unfollow(act.who(), other);
                case BLOCK -> block(act.who(), other);
                case ANSWER, BOOST, UNBOOST, EDIT, DELETE -> {
                    if (!posts.isEmpty()) {
                        actOn(act, act.what() % posts.size());
                    }
                }
            }
        }

        private void actOn(Act act, int number) {
            Person person = people.get(act.who());
            long post = posts.get(number);
            switch (act.kind()) {
                case ANSWER ->
                    post(act.who(), Map.of("status", "Answer", "in_reply_to_id", Long.toString(post)), number);
                case BOOST -> {
                    Reply reply = person.tries("reblog", post);
                    if (reply.status() == 200) {
                        model.boosted(reply.id(), act.who(), post);
                    }
                }
                case UNBOOST -> {
                    if (person.tries("unreblog", post).status() == 200) {
                        model.unboosted(act.who(), post);
                    }
                }
                case EDIT -> people.get(authors.get(number)).edits(post, "Edited " + posts.size());
                default -> {
                    people.get(authors.get(number)).deletes(post);
                    model.deleted(post);
                }
            }
        }

        private void post(int who, Map<String, ?> status, @Nullable Integer answered) {
            Reply reply = people.get(who).tries(status);
            if (reply.status() == 200) {
                posts.add(reply.id());
                authors.add(who);
                model.posted(reply.id(), who, answered == null ? null : authors.get(answered));
            }
        }

        private void follow(int from, int to, boolean boosts) {
            if (from != to && !model.isBlockBetween(from, to)) {
                model.followed(from, to, boosts);
                tell(
                        boosts
                                ? town.follow(people.get(from), people.get(to))
                                : town.followWithoutBoosts(people.get(from), people.get(to)));
            }
        }

        private void unfollow(int from, int to) {
            if (model.follows(from, to)) {
                model.unfollowed(from, to);
                tell(town.unfollow(people.get(from), people.get(to)));
            }
        }

        private void block(int from, int to) {
            if (from != to && !model.isBlockBetween(from, to)) {
                unfollow(from, to);
                unfollow(to, from);
                model.blocked(from, to);
                tell(town.block(people.get(from), people.get(to)));
            }
        }

        /** Graph and posts settle first: whether an act is allowed depends on the replica's present state. */
        private void tell(Event event) {
            town.happens(event);
            town.settle();
        }

        private void restart(boolean fromTheBeginning) {
            consumers.stop();
            if (fromTheBeginning) {
                town.rewind();
            }
            consumers.start();
        }
    }
}
