package io.microblog.post.list;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What the lists and the home of person 0 hold, as simply as it can be said. */
final class ListModel {

    static final int OWNER = 0;

    private record Post(long id, int author, @Nullable Integer answered, boolean direct) {}

    private record Boost(long id, int by, long post) {}

    private static final class Kept {
        private final Set<Integer> members = new HashSet<>();
        private RepliesPolicy policy = RepliesPolicy.LIST;
        private boolean exclusive;
    }

    private final Map<Long, Post> posts = new TreeMap<>();
    private final Map<Long, Boost> boosts = new TreeMap<>();
    private final Set<Integer> followed = new HashSet<>();
    private final List<Kept> lists;

    ListModel(int lists) {
        this.lists = new ArrayList<>(Stream.generate(Kept::new).limit(lists).toList());
    }

    void posted(long id, int author, @Nullable Integer answered, boolean direct) {
        posts.put(id, new Post(id, author, answered, direct));
    }

    void deleted(long id) {
        posts.remove(id);
        boosts.values().removeIf(boost -> boost.post() == id);
    }

    void boosted(long id, int by, long post) {
        boosts.put(id, new Boost(id, by, post));
    }

    void unboosted(int by, long post) {
        boosts.values().removeIf(boost -> boost.by() == by && boost.post() == post);
    }

    void followed(int person) {
        followed.add(person);
    }

    /** Who is not followed is on no list. */
    void unfollowed(int person) {
        followed.remove(person);
        lists.forEach(list -> list.members.remove(person));
    }

    boolean follows(int person) {
        return followed.contains(person);
    }

    void added(int list, int person) {
        lists.get(list).members.add(person);
    }

    void removed(int list, int person) {
        lists.get(list).members.remove(person);
    }

    boolean isOn(int list, int person) {
        return lists.get(list).members.contains(person);
    }

    void changed(int list, RepliesPolicy policy, boolean exclusive) {
        lists.get(list).policy = policy;
        lists.get(list).exclusive = exclusive;
    }

    /** What members wrote, by the list's policy, and what they carried on. */
    List<Long> list(int number) {
        Kept list = lists.get(number);
        return timeline(post -> list.members.contains(post.author()) && shows(list, post), list.members::contains);
    }

    /** What is kept for no exclusive list. */
    List<Long> home() {
        return timeline(
                post -> post.author() == OWNER || (follows(post.author()) && !isElsewhere(post.author())),
                person -> follows(person) && !isElsewhere(person));
    }

    private boolean isElsewhere(int person) {
        return lists.stream().anyMatch(list -> list.exclusive && list.members.contains(person));
    }

    private static boolean shows(Kept list, Post post) {
        Integer answered = post.answered();
        return answered == null
                || answered == post.author()
                || answered == OWNER
                || switch (list.policy) {
                    case FOLLOWED -> true;
                    case LIST -> list.members.contains(answered);
                    case NONE -> false;
                };
    }

    /** No direct post, and answers only where one follows both sides. */
    private boolean fits(Post post) {
        Integer answered = post.answered();
        return !post.direct()
                && (answered == null
                        || post.author() == OWNER
                        || answered == post.author()
                        || answered == OWNER
                        || follows(answered));
    }

    /** Posts, and of what is not among them the first boost. */
    private List<Long> timeline(Predicate<Post> wanted, IntPredicate carries) {
        var ids = new ArrayList<Long>();
        for (Post post : posts.values()) {
            if (wanted.test(post) && fits(post)) {
                ids.add(post.id());
            } else {
                boosts.values().stream()
                        .filter(boost -> boost.post() == post.id() && carries.test(boost.by()))
                        .findFirst()
                        .ifPresent(boost -> ids.add(boost.id()));
            }
        }
        ids.sort(Comparator.reverseOrder());
        return ids;
    }
}
