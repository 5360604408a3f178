package io.microblog.notification.mail.queue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What became of mails, as the columns of one statement. */
final class Results {

    private Results() {}

    /**
     * Sets the parameters {@code ids}, {@code states}, {@code providers}, {@code causes}, {@code pauses} in milliseconds,
     * and {@code held}, arrays in one order.
     *
     * @param results by the ids of the mails
     */
    static StatementSpec in(StatementSpec statement, Map<Long, Result> results) {
        List<Result> rows = List.copyOf(results.values());
        return statement
                .param("ids", results.keySet().toArray(Long[]::new))
                .param("states", texts(rows, result -> result.state().name()))
                .param("providers", texts(rows, Result::providerId))
                .param("causes", texts(rows, Result::cause))
                .param(
                        "pauses",
                        rows.stream().map(result -> result.pause().toMillis()).toArray(Long[]::new))
                .param("held", rows.stream().map(Result::held).toArray(Boolean[]::new));
    }

    private static String[] texts(List<Result> results, Function<Result, @Nullable String> text) {
        return results.stream().map(text).toArray(String[]::new);
    }
}
