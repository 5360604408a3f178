package io.microblog.search;

import io.microblog.kit.id.IdGenerator;

/** Ids of what tests make up. */
public final class Ids {

    private static final IdGenerator GENERATOR = new IdGenerator(63);

    private Ids() {}

    /** Larger than all before. */
    public static long next() {
        return GENERATOR.next();
    }
}
