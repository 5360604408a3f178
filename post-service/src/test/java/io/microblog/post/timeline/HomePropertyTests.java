package io.microblog.post.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.springframework.jdbc.core.simple.JdbcClient;
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

    @Autowired
    private LargeAuthors large;

    @Autowired
    private Homes homes;

    @Autowired
    private TimelineProperties properties;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
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
        private final Set<Integer> famous = new HashSet<>();
        private @Nullable String difference;

        /** Where the homes and the model differ; null when they do not. */
        @Nullable
        String difference(History history) {
            history.acts().forEach(this::act);
            for (int owner = 0; owner < people.size(); owner++) {
                look(owner);
            }
            return difference;
        }

        /** Reads a home page by page and holds it against the model; the first difference is kept. */
        private void look(int owner) {
            town.settle();
            var home = new ArrayList<Long>();
            List<Long> page = read(owner, "");
            while (!page.isEmpty()) {
                home.addAll(page);
                page = read(owner, "&max_id=" + page.getLast());
            }
            List<Long> expected = model.home(owner);
            if (difference == null && !home.equals(expected)) {
                difference = "home of person %d is %s instead of %s".formatted(owner, home, expected);
            }
        }

        private List<Long> read(int owner, String from) {
            return people.get(owner)
                    .reads("/api/v1/timelines/home?limit=7" + from)
                    .ids();
        }

        private void act(Act act) {
            int other = act.what() % people.size();
            switch (act.kind()) {
                case POST -> post(act, Map.of("status", "Post"), null);
                case POST_PRIVATELY -> post(act, Map.of("status", "Post", "visibility", "private"), null);
                case REPLAY -> restart(true);
                case RESTART -> restart(false);
                case FOLLOW -> follow(act.who(), other, true, null);
                case FOLLOW_WITHOUT_BOOSTS -> follow(act.who(), other, false, null);
                case FOLLOW_IN_ENGLISH -> follow(act.who(), other, true, "en");
                case BECOME_LARGE -> becomeLarge(act.who());
                case BECOME_SMALL -> becomeSmall(act.who());
                case GO_AWAY -> goAway(act.who());
                case COME_BACK -> look(act.who());
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
                case ANSWER -> post(act, Map.of("status", "Answer", "in_reply_to_id", Long.toString(post)), number);
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

        private void post(Act act, Map<String, String> status, @Nullable Integer answered) {
            String language = act.what() % 3 == 0 ? "de" : "en";
            var whole = new HashMap<>(status);
            whole.put("language", language);
            Reply reply = people.get(act.who()).tries(whole);
            if (reply.status() == 200) {
                posts.add(reply.id());
                authors.add(act.who());
                model.posted(reply.id(), act.who(), answered == null ? null : authors.get(answered), language);
            }
        }

        private void follow(int from, int to, boolean boosts, @Nullable String language) {
            if (from != to && !model.isBlockBetween(from, to)) {
                model.followed(from, to, boosts, language);
                Person follower = people.get(from);
                Person followed = people.get(to);
                tell(
                        language != null
                                ? town.follow(follower, followed, language)
                                : boosts
                                        ? town.follow(follower, followed)
                                        : town.followWithoutBoosts(follower, followed));
            }
        }

        /** So many follow from elsewhere. */
        private void becomeLarge(int who) {
            if (famous.add(who)) {
                follow(who, properties.fanOutLimit());
                large.grow(people.get(who).id());
            }
        }

        private void becomeSmall(int who) {
            if (famous.remove(who)) {
                follow(who, -properties.fanOutLimit());
                large.shrink();
            }
        }

        private void follow(int who, int followers) {
            jdbc.sql("""
                    INSERT INTO author_counts AS c (author_id, followers) VALUES (:author, :followers)
                    ON CONFLICT (author_id) DO UPDATE SET followers = c.followers + :followers
                    """)
                    .param("author", people.get(who).id())
                    .param("followers", followers)
                    .update();
        }

        private void goAway(int who) {
            jdbc.sql("UPDATE home SET read_at = now() - interval '1 year' WHERE owner_id = :owner")
                    .param("owner", people.get(who).id())
                    .update();
            homes.leave();
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
