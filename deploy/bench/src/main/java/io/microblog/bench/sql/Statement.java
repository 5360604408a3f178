package io.microblog.bench.sql;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a service asked its database, as the server's log has it.
 *
 * @param backend the process that served it; one connection of the service
 * @param sql with $1, $2 ... where the parameters go
 * @param parameters as text
 */
public record Statement(int backend, String sql, List<@Nullable String> parameters) {

    /** As the driver wants it. */
    String jdbc() {
        // The driver has numbered them in order, each once; a question mark of the service's own it would have doubled.
        return sql.replace("?", "??").replaceAll("\\$\\d+", "?");
    }

    /** Whether it begins with that word, in any case. */
    public boolean is(String command) {
        return sql.regionMatches(true, 0, command, 0, command.length());
    }
}
