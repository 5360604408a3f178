package io.microblog.notification.mail.queue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What became of mails, as the columns of one statement. */
final class Results {

    /** The parameters of {@link #in} as rows {@code r}. */
    static final String ROWS = """
            unnest(:ids::bigint[], :states::text[], :providers::text[], :causes::text[], :pauses::bigint[],
                :held::boolean[]) AS r (id, state, provider_id, cause, pause, held)""";

    private Results() {}

    /**
     * What becomes of a mail by its result {@code r}; who is to wait does not do so for longer than {@code :life} seconds.
     *
     * @param mail the alias of the row that says whether it was withdrawn
     * @param since from when on its life counts
     */
    static String state(String mail, String since) {
        return """
                CASE WHEN r.state <> 'WAITING' THEN r.state WHEN %s.withdrawn THEN 'SKIPPED'
                    WHEN NOT r.held AND %s + :life * interval '1 s' < now() THEN 'FAILED' ELSE 'WAITING' END\
                """.formatted(mail, since);
    }

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
