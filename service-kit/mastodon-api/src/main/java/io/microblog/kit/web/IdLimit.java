package io.microblog.kit.web;

import java.util.List;

import io.microblog.kit.problem.Invalid;

/** Holds calls between services to what {@link IdList} holds clients to. */
public final class IdLimit {

    private IdLimit() {}

    /**
     * Each id once, in the order asked.
     *
     * @param name of the parameter
     * @param max the most ids in one request
     * @throws Invalid when there are more
     */
    public static List<Long> hold(String name, List<Long> ids, int max) {
        List<Long> distinct = ids.stream().distinct().toList();
        if (distinct.size() > max) {
            throw tooMany(name, max);
        }
        return distinct;
    }

    static Invalid tooMany(String name, int max) {
        return Invalid.field(name, "ERR_TOO_MANY", "has more than " + max + " entries");
    }
}
