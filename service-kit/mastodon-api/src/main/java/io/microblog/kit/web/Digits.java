package io.microblog.kit.web;

import java.math.BigInteger;

import io.microblog.kit.problem.BadRequest;

/** Numbers in a query. All that is no number, or a negative one, is refused with the parameter named. */
final class Digits {

    private static final BigInteger LARGEST_ID = BigInteger.valueOf(Long.MAX_VALUE);

    private Digits() {}

    /** Clients ask for "everything" with a number of their own that may exceed 63 bits: it means the largest. */
    static long id(String name, String text) {
        return number(name, text).min(LARGEST_ID).longValueExact();
    }

    static BigInteger number(String name, String text) {
        String number = text.strip();
        if (!number.matches("[0-9]{1,40}")) {
            throw new BadRequest("Parameter " + name + " is not a number, or a negative one");
        }
        return new BigInteger(number);
    }
}
