package io.microblog.post.home;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import io.microblog.event.Event;
import io.microblog.post.Person;
import io.microblog.post.Reply;
import io.microblog.post.Town;
import io.microblog.post.home.History.Act;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

import static org.awaitility.Awaitility.await;

/** People of their own act out a history, and the model is told of it. */
final class Enactment {

    private static final int PAGE = 20;

    /** Consumers stop once they have done what they have in hand. */
    private static final Duration ENOUGH = Duration.ofMinutes(1);

    private final Town town;
    private final Upkeep upkeep;
    private final KafkaListenerEndpointRegistry consumers;

    private final List<Person> people;
    private final Person fan;

    /** Where the topics ended before the history. */
    private final Map<TopicPartition, Long> beginning;

    private final HomeModel model = new HomeModel();
    private final List<Long> posts = new ArrayList<>();
    private final List<Integer> authors = new ArrayList<>();
    private final List<Integer> large = new ArrayList<>();
    private @Nullable String difference;

    Enactment(Town town, Upkeep upkeep, KafkaListenerEndpointRegistry consumers) {
        this.town = town;
        this.upkeep = upkeep;
        this.consumers = consumers;
        this.beginning = town.ends();
        this.people = IntStream.range(0, History.PEOPLE)
                .mapToObj(number -> town.newcomer("person"))
                .toList();
        this.fan = town.newcomer("fan");
        people.forEach(Person::home);
    }

    /** Where homes and model differ first; null when they do not. */
    @Nullable
    String difference(History history) {
        for (Act act : history.acts()) {
            act(act);
            if (difference != null) {
                return difference;
            }
        }
        people().forEach(this::look);
        return difference;
    }

    private IntStream people() {
        return IntStream.range(0, people.size());
    }

    /** Reads a home page by page and holds it against the model; the first difference is kept. */
    private void look(int owner) {
        town.settle();
        var home = new ArrayList<Long>();
        List<Long> page = read(owner, "");
        while (!page.isEmpty()) {
            home.addAll(page);
            page = page.size() < PAGE ? List.of() : read(owner, "&max_id=" + page.getLast());
        }
        model.visited(owner);
        List<Long> expected = model.home(owner);
        if (difference == null && !home.equals(expected)) {
            difference = "home of person %d is %s instead of %s".formatted(owner, home, expected);
        }
    }

    private List<Long> read(int owner, String from) {
        return people.get(owner)
                .reads("/api/v1/timelines/home?limit=" + PAGE + from)
                .ids();
    }

    private void act(Act act) {
        switch (act.kind()) {
            case POST -> post(act, Map.of("status", "Post"), null);
            case POST_PRIVATELY -> post(act, Map.of("status", "Post", "visibility", "private"), null);
            case REPLAY -> restart(true);
            case RESTART -> restart(false);
            case FOLLOW -> follow(act.who(), act.other(), true, null);
            case FOLLOW_WITHOUT_BOOSTS -> follow(act.who(), act.other(), false, null);
            case FOLLOW_IN_ENGLISH -> follow(act.who(), act.other(), true, "en");
            case BECOME_LARGE -> becomeLarge(act.who());
            case BECOME_SMALL -> becomeSmall(act.what());
            case GO_AWAY -> goAway(act.who());
            case COME_BACK -> look(act.who());
            case TRIM -> trim(act.what() % 5);
            case UNFOLLOW -> unfollow(act.who(), act.other());
            case BLOCK -> block(act.who(), act.other());
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
        if (!model.isBlockBetween(from, to)) {
            model.followed(from, to, boosts, language);
            Person follower = people.get(from);
            Person followed = people.get(to);
            tell(
                    language != null
                            ? town.follow(follower, followed, language)
                            : boosts ? town.follow(follower, followed) : town.followWithoutBoosts(follower, followed));
        }
    }

    private void becomeLarge(int who) {
        if (!large.contains(who)) {
            large.add(who);
            upkeep.enlarges(people.get(who), fan);
        }
    }

    /** One of the large authors; nobody who follows them and is here notices. */
    private void becomeSmall(int number) {
        if (!large.isEmpty()) {
            int who = large.get(number % large.size());
            large.removeIf(author -> author == who);
            upkeep.shrinks(people.get(who), fan);
            people().filter(owner -> model.follows(owner, who) && !model.isAbandoned(owner))
                    .forEach(this::look);
        }
    }

    private void goAway(int who) {
        upkeep.abandons(people.get(who));
        model.abandoned(who);
    }

    /** Homes hold no more than so many entries; the model is told which is the newest one that went. */
    private void trim(int capacity) {
        town.settle();
        List<List<Long>> before = people.stream().map(town::entriesOf).toList();
        upkeep.trims(capacity);
        for (int owner = 0; owner < people.size(); owner++) {
            var gone = new ArrayList<>(before.get(owner));
            gone.removeAll(town.entriesOf(people.get(owner)));
            if (!gone.isEmpty()) {
                model.trimmed(owner, gone.getFirst());
            }
        }
    }

    private void unfollow(int from, int to) {
        if (model.follows(from, to)) {
            model.unfollowed(from, to);
            tell(town.unfollow(people.get(from), people.get(to)));
        }
    }

    private void block(int from, int to) {
        if (!model.isBlockBetween(from, to)) {
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

    private void restart(boolean anew) {
        var stopped = new CountDownLatch(1);
        consumers.stop(stopped::countDown);
        try {
            await().atMost(ENOUGH).until(() -> stopped.getCount() == 0);
            if (anew) {
                town.rewind(beginning);
            }
        } finally {
            // All that comes after lives on it.
            consumers.start();
        }
    }
}
