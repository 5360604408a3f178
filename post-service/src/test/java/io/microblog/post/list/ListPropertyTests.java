package io.microblog.post.list;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.Town;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import static io.microblog.post.list.ListModel.OWNER;
import static org.assertj.core.api.Assertions.fail;

/**
 * Lists and the home beside them hold what the model says, while members come and go. A failure is told by the shortest
 * history found that shows it.
 *
 * <p>Other histories, or more of them: {@code -Dlists.seed=1000 -Dlists.count=100}.
 */
@PostServiceTest
class ListPropertyTests {

    private static final List<RepliesPolicy> POLICIES = List.copyOf(EnumSet.allOf(RepliesPolicy.class));

    private static final int LENGTH = 80;
    private static final int PEOPLE = 5;
    private static final int LISTS = 2;

    @Autowired
    private Town town;

    private enum Kind {
        POST,
        ANSWER,
        BOOST,
        UNBOOST,
        DELETE,
        FOLLOW,
        UNFOLLOW,
        ADD,
        REMOVE,
        CHANGE
    }

    /**
     * One act. Numbers are taken modulo how many there are, so any part of a history is one.
     *
     * @param who the number of a person
     * @param what the number of a post, a list, a visibility
     */
    private record Act(Kind kind, int who, int what) {}

    @ParameterizedTest
    @MethodSource("seeds")
    void listsEqualTheModel(long seed) {
        List<Act> history = random(seed);
        if (new Enactment().difference(history) != null) {
            List<Act> shortest = shrink(history);
            fail("Seed %d: %s%n%s", seed, new Enactment().difference(shortest), shortest);
        }
    }

    static LongStream seeds() {
        return LongStream.iterate(Long.getLong("lists.seed", 1), seed -> seed + 1)
                .limit(Integer.getInteger("lists.count", 6));
    }

    private static List<Act> random(long seed) {
        var random = new Random(seed);
        List<Kind> kinds = Stream.of(Kind.values())
                .flatMap(kind -> Stream.generate(() -> kind)
                        .limit(
                                switch (kind) {
                                    case POST, ANSWER, BOOST -> 8;
                                    case FOLLOW, ADD -> 6;
                                    case CHANGE -> 4;
                                    case UNBOOST, DELETE, UNFOLLOW, REMOVE -> 2;
                                }))
                .toList();
        return Stream.generate(() ->
                        new Act(kinds.get(random.nextInt(kinds.size())), random.nextInt(PEOPLE), random.nextInt(100)))
                .limit(LENGTH)
                .toList();
    }

    private List<Act> shrink(List<Act> history) {
        List<Act> present = history;
        for (int part = present.size() / 2; part > 0; part /= 2) {
            for (int from = 0; from < present.size(); ) {
                var shorter = new ArrayList<>(present.subList(0, from));
                shorter.addAll(present.subList(Math.min(from + part, present.size()), present.size()));
                if (new Enactment().difference(shorter) != null) {
                    present = shorter;
                } else {
                    from += part;
                }
            }
        }
        return present;
    }

    /** People of their own act out a history, and the model is told of it. */
    private final class Enactment {

        private final List<Person> people = IntStream.range(0, PEOPLE)
                .mapToObj(number -> town.newcomer("person"))
                .toList();
        private final Person owner = people.get(OWNER);
        private final List<Long> lists = IntStream.range(0, LISTS)
                .mapToObj(number -> owner.sends(HttpMethod.POST, "/api/v1/lists", Map.of("title", "List"))
                        .id())
                .toList();
        private final ListModel model = new ListModel(LISTS);
        private final List<Long> posts = new ArrayList<>();
        private final List<Integer> authors = new ArrayList<>();

        @Nullable
        String difference(List<Act> history) {
            for (int i = 0; i < history.size(); i++) {
                act(history.get(i));
                String difference = i % 20 == 19 || i == history.size() - 1 ? look() : null;
                if (difference != null) {
                    return "after %d acts %s".formatted(i + 1, difference);
                }
            }
            return null;
        }

        private @Nullable String look() {
            town.settle();
            String difference = differs("/api/v1/timelines/home", model.home());
            for (int list = 0; list < LISTS && difference == null; list++) {
                difference = differs("/api/v1/timelines/list/" + lists.get(list), model.list(list));
            }
            return difference;
        }

        private @Nullable String differs(String path, List<Long> expected) {
            var found = new ArrayList<Long>();
            for (String next = path + "?limit=40"; !next.isEmpty(); ) {
                Reply page = owner.reads(next);
                found.addAll(page.ids());
                next = page.next();
            }
            return found.equals(expected) ? null : "%s is %s instead of %s".formatted(path, found, expected);
        }

        private void act(Act act) {
            int list = act.what() % LISTS;
            switch (act.kind()) {
                case POST -> post(act, null);
                case FOLLOW -> {
                    if (act.who() != OWNER && !model.follows(act.who())) {
                        owner.follows(people.get(act.who()));
                        model.followed(act.who());
                    }
                }
                case UNFOLLOW -> {
                    if (model.follows(act.who())) {
                        owner.unfollows(people.get(act.who()));
                        model.unfollowed(act.who());
                    }
                }
                case ADD -> {
                    if (model.follows(act.who()) && !model.isOn(list, act.who())) {
                        owner.sends(HttpMethod.POST, members(list), named(act.who()));
                        model.added(list, act.who());
                    }
                }
                case REMOVE -> {
                    owner.sends(HttpMethod.DELETE, members(list), named(act.who()));
                    model.removed(list, act.who());
                }
                case CHANGE -> {
                    RepliesPolicy policy = POLICIES.get(act.who() % POLICIES.size());
                    boolean exclusive = act.what() % 3 == 0;
                    owner.sends(
                            HttpMethod.PUT,
                            "/api/v1/lists/" + lists.get(list),
                            Map.of("replies_policy", policy.wireName(), "exclusive", exclusive));
                    model.changed(list, policy, exclusive);
                }
                case ANSWER, BOOST, UNBOOST, DELETE -> {
                    if (!posts.isEmpty()) {
                        actOn(act, act.what() % posts.size());
                    }
                }
            }
        }

        private void actOn(Act act, int number) {
            long post = posts.get(number);
            Person person = people.get(act.who());
            switch (act.kind()) {
                case ANSWER -> post(act, number);
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
                default -> {
                    people.get(authors.get(number)).deletes(post);
                    model.deleted(post);
                }
            }
        }

        private void post(Act act, @Nullable Integer answered) {
            String visibility =
                    List.of("public", "public", "unlisted", "private", "direct").get(act.what() % 5);
            var status =
                    new HashMap<String, Object>(Map.of("status", "Hello @" + owner.name(), "visibility", visibility));
            if (answered != null) {
                status.put("in_reply_to_id", Long.toString(posts.get(answered)));
            }
            Reply reply = people.get(act.who()).tries(status);
            if (reply.status() == 200) {
                posts.add(reply.id());
                authors.add(act.who());
                model.posted(
                        reply.id(),
                        act.who(),
                        answered == null ? null : authors.get(answered),
                        visibility.equals("direct"));
            }
        }

        private String members(int list) {
            return "/api/v1/lists/" + lists.get(list) + "/accounts";
        }

        private Map<String, ?> named(int person) {
            return Map.of(
                    "account_ids", List.of(Long.toString(people.get(person).id())));
        }
    }
}
