package io.microblog.post.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a few people do, one act after the other. Acts name people and posts by number, modulo how many there are, so any
 * part of a history is a history.
 */
record History(List<Act> acts) {

    static final int PEOPLE = 4;

    enum Kind {
        POST,
        POST_PRIVATELY,
        ANSWER,
        BOOST,
        UNBOOST,
        EDIT,
        DELETE,
        FOLLOW,
        FOLLOW_WITHOUT_BOOSTS,
        FOLLOW_IN_ENGLISH,
        UNFOLLOW,
        BLOCK,
        BECOME_LARGE,
        BECOME_SMALL,
        GO_AWAY,
        COME_BACK,
        REPLAY,
        RESTART
    }

    /**
     * One act.
     *
     * @param who the number of a person
     * @param what the number of a person or of a post
     */
    record Act(Kind kind, int who, int what) {}

    /** Follows and posts come often; blocks, replays and restarts seldom. */
    static History random(long seed, int length) {
        var random = new Random(seed);
        List<Kind> kinds = Stream.of(Kind.values())
                .flatMap(kind -> Stream.generate(() -> kind).limit(weight(kind)))
                .toList();
        return new History(Stream.generate(() ->
                        new Act(kinds.get(random.nextInt(kinds.size())), random.nextInt(PEOPLE), random.nextInt(100)))
                .limit(length)
                .toList());
    }

    private static int weight(Kind kind) {
        return switch (kind) {
            case POST, ANSWER, BOOST, FOLLOW -> 6;
            case POST_PRIVATELY, UNBOOST, EDIT, DELETE, FOLLOW_WITHOUT_BOOSTS, UNFOLLOW -> 3;
            case FOLLOW_IN_ENGLISH, BECOME_LARGE, BECOME_SMALL, GO_AWAY, COME_BACK -> 2;
            case BLOCK, REPLAY, RESTART -> 1;
        };
    }

    /** The shortest history found that fails as well: parts are left out, ever smaller ones, while it still does. */
    History shrink(Predicate<History> fails) {
        List<Act> present = acts;
        for (int part = Math.max(1, present.size() / 2); part > 0; part /= 2) {
            int from = 0;
            while (from < present.size()) {
                var shorter = new ArrayList<>(present.subList(0, from));
                shorter.addAll(present.subList(Math.min(from + part, present.size()), present.size()));
                if (fails.test(new History(shorter))) {
                    present = shorter;
                } else {
                    from += part;
                }
            }
        }
        return new History(present);
    }
}
