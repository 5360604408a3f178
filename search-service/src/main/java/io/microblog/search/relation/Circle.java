package io.microblog.search.relation;

import java.util.Set;

/**
 * Other people as one reader stands to them.
 *
 * @param followed whom the reader follows
 * @param blocked whom the reader blocks, and who blocks the reader
 * @param shunned those, and whom the reader mutes at present
 */
public record Circle(Set<Long> followed, Set<Long> blocked, Set<Long> shunned) {

    /** Of somebody who is not signed in. */
    public static final Circle NOBODY = new Circle(Set.of(), Set.of(), Set.of());
}
