package io.microblog.acceptance;

import java.util.List;
import java.util.Optional;

/**
 * A difference from the reference that is meant.
 *
 * @param where a part of the violation's text
 * @param why it stays
 */
record Deviation(String where, String why) {

    static final List<Deviation> KNOWN = List.of(new Deviation(
            "GET /api/v1/filters 200:  array found, object expected",
            "a list, as its prose and clients have it; the reference takes the list for one of its members"));

    static Optional<Deviation> explaining(String violation) {
        return KNOWN.stream()
                .filter(deviation -> violation.contains(deviation.where()))
                .findFirst();
    }
}
