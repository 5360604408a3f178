package io.microblog.bench.sql;

/**
 * How often a statement was asked, and how long that took.
 *
 * @param millis of all calls, from their arrival at the server until their answer
 */
public record StatementTime(int calls, double millis) {

    StatementTime plus(StatementTime other) {
        return new StatementTime(calls + other.calls, millis + other.millis);
    }
}
