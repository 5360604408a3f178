package io.microblog.bench.sql;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogReaderTests {

    private static final String LOG = """
            2026-01-02 03:04:05.678 UTC [41] post-service LOG:  duration: 0.021 ms  bind S_7: SELECT 1
            2026-01-02 03:04:05.679 UTC [41] post-service LOG:  duration: 0.121 ms  execute S_7: SELECT id
            \tFROM post WHERE author_id = $1 AND text <> $2 AND language = $3
            2026-01-02 03:04:05.679 UTC [41] post-service DETAIL:  Parameters: $1 = '17', $2 = 'it''s
            \ttwo, $3 = lines', $3 = NULL
            2026-01-02 03:04:05.680 UTC [42] other LOG:  duration: 0.121 ms  execute <unnamed>: SELECT 2
            2026-01-02 03:04:05.680 UTC [43] post-service LOG:  duration: 0.1 ms  bind S_8: SELECT $1
            2026-01-02 03:04:05.680 UTC [43] post-service DETAIL:  Parameters: $1 = 'of what is not yet executed'
            2026-01-02 03:04:05.681 UTC [43] post-service LOG:  duration: 0.01 ms  execute S_1: BEGIN
            """;

    @Test
    void findsTheStatementsOfAnApplicationWithTheirParameters() {
        List<Statement> found = LogReader.statements(LOG, "post-service");

        assertThat(found).hasSize(2);
        assertThat(found.get(0).backend()).isEqualTo(41);
        assertThat(found.get(0).jdbc())
                .isEqualTo("SELECT id\nFROM post WHERE author_id = ? AND text <> ? AND language = ?");
        assertThat(found.get(0).parameters()).containsExactly("17", "it's\ntwo, $3 = lines", null);
        assertThat(found.get(1).is("begin")).isTrue();
    }

    @Test
    void addsUpThePhasesOfEachStatement() {
        Map<String, StatementTime> times = LogReader.times(LOG, "post-service");

        assertThat(times)
                .containsOnlyKeys(
                        "SELECT 1",
                        "SELECT id\nFROM post WHERE author_id = $1 AND text <> $2 AND language = $3",
                        "SELECT $1",
                        "BEGIN");
        assertThat(times.get("SELECT 1")).isEqualTo(new StatementTime(0, 0.021));
        assertThat(times.get("BEGIN")).isEqualTo(new StatementTime(1, 0.01));
        assertThat(LogReader.times(LOG + LOG, "post-service").get("BEGIN")).isEqualTo(new StatementTime(2, 0.02));
    }

    @Test
    void findsATransactionAmongOtherStatements() {
        List<Statement> all = List.of(
                new Statement(1, "SELECT before", List.of()),
                new Statement(1, "BEGIN", List.of()),
                new Statement(2, "SELECT of another connection", List.of()),
                new Statement(1, "INSERT INTO post", List.of()),
                new Statement(1, "INSERT INTO outbox", List.of()),
                new Statement(1, "COMMIT", List.of()));

        assertThat(StatementLog.transaction(all))
                .extracting(Statement::sql)
                .containsExactly("INSERT INTO post", "INSERT INTO outbox");
    }
}
