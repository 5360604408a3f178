package io.microblog.bench.sql;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a service asked its database, as the server's log has it.
 *
 * @param backend the process that served it; one connection of the service
 * @param sql with $1, $2 ... where the parameters go
 * @param parameters as text
 */
public record Statement(int backend, String sql, List<@Nullable String> parameters) {

    private static final Pattern PARAMETER = Pattern.compile("\\$\\d+");
    private static final Pattern UNNESTED = Pattern.compile("unnest\\(\\$(\\d+)\\)");
    private static final Pattern NUMBERS = Pattern.compile("\\{[-\\d,]+}");

    /** As the driver wants it. The server tells each parameter's type by its place, but for an array that is unnested. */
    String jdbc() {
        // The driver has numbered them in order, each once; a question mark of the service's own it would have doubled.
        return PARAMETER
                .matcher(UNNESTED.matcher(sql.replace("?", "??")).replaceAll(this::typed))
                .replaceAll("?");
    }

    private String typed(MatchResult unnested) {
        String value = parameters.get(Integer.parseInt(unnested.group(1)) - 1);
        boolean numbers = value != null && NUMBERS.matcher(value).matches();
        return Matcher.quoteReplacement(
                "unnest($%s::%s)".formatted(unnested.group(1), numbers ? "bigint[]" : "text[]"));
    }

    /** Whether it begins with that word, in any case. */
    public boolean is(String command) {
        return sql.regionMatches(true, 0, command, 0, command.length());
    }
}
