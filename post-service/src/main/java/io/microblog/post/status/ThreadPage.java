package io.microblog.post.status;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Some of the posts below a post, each followed by its own answers.
 *
 * @param ids of those to show
 * @param next after which post the next page goes on; null at the end
 */
record ThreadPage(List<Long> ids, @Nullable Long next) {

    /** A post in a thread; one that is deleted, or not for this reader, only holds the thread together. */
    record Node(long id, long parent, boolean shown) {}

    /**
     * @param visited the posts below {@code root}, in any order
     * @param after where the page before ended, null for the first
     * @param limit of what is shown
     * @param branches so many answers to {@code root} mean that there may be others
     */
    static ThreadPage of(long root, List<Node> visited, @Nullable Long after, int limit, int branches) {
        List<Node> rest = after(inOrder(root, visited), after);
        List<Long> shown = rest.stream().filter(Node::shown).map(Node::id).toList();
        boolean cut = visited.stream().filter(node -> node.parent() == root).count() >= branches;
        if (shown.size() > limit) {
            List<Long> ids = shown.subList(0, limit);
            return new ThreadPage(ids, ids.getLast());
        }
        return new ThreadPage(shown, cut && !rest.isEmpty() ? rest.getLast().id() : null);
    }

    /** Everything after a post; all where that is not there. */
    private static List<Node> after(List<Node> nodes, @Nullable Long id) {
        for (int i = 0; i < nodes.size(); i++) {
            if (id != null && nodes.get(i).id() == id) {
                return nodes.subList(i + 1, nodes.size());
            }
        }
        return nodes;
    }

    /** Each before its own answers, those from old to new. No recursion: a thread may be deep. */
    private static List<Node> inOrder(long root, List<Node> visited) {
        Map<Long, List<Node>> answers = visited.stream()
                .sorted(Comparator.comparingLong(Node::id).reversed())
                .collect(Collectors.groupingBy(Node::parent));
        var ordered = new ArrayList<Node>(visited.size());
        Deque<Node> waiting = new ArrayDeque<>();
        answers.getOrDefault(root, List.of()).forEach(waiting::push);
        while (!waiting.isEmpty()) {
            Node node = waiting.pop();
            ordered.add(node);
            answers.getOrDefault(node.id(), List.of()).forEach(waiting::push);
        }
        return ordered;
    }
}
