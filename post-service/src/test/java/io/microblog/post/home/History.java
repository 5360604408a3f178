package io.microblog.post.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a few people do, one act after the other. Acts name people and posts by number, modulo how many there are, so any
 * part of a history is a history.
 */
record History(List<Act> acts) {

    static final int PEOPLE = 5;

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
        TRIM,
        REPLAY,
        RESTART
    }

    /**
     * One act.
     *
     * @param who the number of a person
     * @param what the number of a person or of a post, or how many
     */
    record Act(Kind kind, int who, int what) {

        /** Somebody else. */
        int other() {
            return (who + 1 + what % (PEOPLE - 1)) % PEOPLE;
        }
    }

    /** As many acts, of one mixture. */
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

    /**
     * A boost that an author makes while large is in nobody's home but by being merged or caught up with, so these come
     * often. Consumers take long to restart, and of blocks nobody recovers.
     */
    private static int weight(Kind kind) {
        return switch (kind) {
            case BOOST -> 20;
            case POST, FOLLOW -> 16;
            case BECOME_LARGE -> 12;
            case ANSWER, BECOME_SMALL -> 8;
            case COME_BACK, TRIM, UNFOLLOW -> 6;
            case GO_AWAY -> 4;
            case POST_PRIVATELY, UNBOOST, EDIT, DELETE, FOLLOW_WITHOUT_BOOSTS, FOLLOW_IN_ENGLISH -> 2;
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

    /** An act a line. */
    @Override
    public String toString() {
        return acts.stream().map(Act::toString).collect(Collectors.joining("\n"));
    }
}
