package io.microblog.post.home;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What homes hold, as simply as it can be said: from who follows whom, and from all posts and boosts there are. */
final class HomeModel {

    private record Post(long id, int author, @Nullable Integer answered, String language) {}

    private record Boost(long id, int by, long post) {}

    private record Pair(int from, int to) {}

    private record Follow(boolean withBoosts, @Nullable String language) {

        boolean understands(Post post) {
            return language == null || language.equals(post.language());
        }
    }

    private final Map<Long, Post> posts = new TreeMap<>();
    private final Map<Long, Boost> boosts = new TreeMap<>();
    private final Map<Pair, Follow> follows = new HashMap<>();
    private final Set<Pair> blocks = new HashSet<>();

    private final Set<Integer> abandoned = new HashSet<>();

    /** By owner: the newest entry trimmed, and what a later follow brought back from below it. */
    private final Map<Integer, Long> floors = new HashMap<>();

    private final Map<Integer, Set<Long>> broughtBack = new HashMap<>();

    void posted(long id, int author, @Nullable Integer answered, String language) {
        posts.put(id, new Post(id, author, answered, language));
    }

    void boosted(long id, int by, long post) {
        boosts.put(id, new Boost(id, by, post));
    }

    void unboosted(int by, long post) {
        boosts.values().removeIf(boost -> boost.by() == by && boost.post() == post);
    }

    void deleted(long id) {
        posts.remove(id);
        boosts.values().removeIf(boost -> boost.post() == id);
    }

    void followed(int from, int to, boolean withBoosts, @Nullable String language) {
        Follow before = follows.put(new Pair(from, to), new Follow(withBoosts, language));
        if (before == null) {
            bringBack(
                    from,
                    posts.values().stream()
                            .filter(post -> isBetween(post, from, to))
                            .map(Post::id));
        }
        if (withBoosts && (before == null || !before.withBoosts())) {
            bringBack(
                    from,
                    boosts.values().stream().filter(boost -> boost.by() == to).map(Boost::id));
        }
    }

    /** By the person who is followed now, or to them by somebody else who is. */
    private boolean isBetween(Post post, int owner, int followed) {
        Integer answered = post.answered();
        return fits(post, owner)
                && (post.author() == followed
                        || (answered != null && answered == followed && follows(owner, post.author())));
    }

    private void bringBack(int owner, Stream<Long> ids) {
        ids.forEach(broughtBack(owner)::add);
    }

    /** The entries from this one down left a home; nothing is lost where all will be brought back. */
    void trimmed(int owner, long newest) {
        if (!abandoned.contains(owner)) {
            floors.merge(owner, newest, Math::max);
            broughtBack(owner).removeIf(id -> id <= newest);
        }
    }

    /** A home is kept no more; it will be made anew of all there is. */
    void abandoned(int owner) {
        abandoned.add(owner);
        floors.remove(owner);
    }

    boolean isAbandoned(int owner) {
        return abandoned.contains(owner);
    }

    void visited(int owner) {
        abandoned.remove(owner);
    }

    private boolean isKept(long id, int owner) {
        return id > floors.getOrDefault(owner, 0L) || broughtBack(owner).contains(id);
    }

    private Set<Long> broughtBack(int owner) {
        return broughtBack.computeIfAbsent(owner, _ -> new HashSet<>());
    }

    void unfollowed(int from, int to) {
        follows.remove(new Pair(from, to));
    }

    void blocked(int from, int to) {
        unfollowed(from, to);
        unfollowed(to, from);
        blocks.add(new Pair(from, to));
    }

    boolean isBlockBetween(int one, int other) {
        return blocks.contains(new Pair(one, other)) || blocks.contains(new Pair(other, one));
    }

    boolean follows(int from, int to) {
        return follows.containsKey(new Pair(from, to));
    }

    /** The ids in a person's home, newest first. */
    List<Long> home(int owner) {
        LongStream own =
                posts.values().stream().filter(post -> isThere(post, owner)).mapToLong(Post::id);
        LongStream carried = posts.values().stream()
                .filter(post -> !isThere(post, owner) && !isBlockBetween(owner, post.author()))
                .flatMap(post -> firstBoost(post, owner))
                .mapToLong(Boost::id);
        return LongStream.concat(own, carried)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private Stream<Boost> firstBoost(Post post, int owner) {
        return boosts.values().stream()
                .filter(boost -> boost.post() == post.id() && carries(boost, post, owner))
                .limit(1);
    }

    private boolean carries(Boost boost, Post post, int owner) {
        Follow follow = follows.get(new Pair(owner, boost.by()));
        return follow != null && follow.withBoosts() && follow.understands(post) && isKept(boost.id(), owner);
    }

    private boolean isThere(Post post, int owner) {
        Follow follow = follows.get(new Pair(owner, post.author()));
        boolean wanted = post.author() == owner || (follow != null && follow.understands(post));
        return wanted && fits(post, owner) && isKept(post.id(), owner);
    }

    private boolean fits(Post post, int owner) {
        Integer answered = post.answered();
        return answered == null
                || post.author() == owner
                || answered == post.author()
                || answered == owner
                || follows(owner, answered);
    }
}
