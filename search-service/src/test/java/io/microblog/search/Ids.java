package io.microblog.search;

import io.microblog.kit.id.IdGenerator;

final class Ids {

    private static final IdGenerator GENERATOR = new IdGenerator(63);

    private Ids() {}

    static long next() {
        return GENERATOR.next();
    }
}
