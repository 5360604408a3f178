package io.microblog.kit.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;

class DataProblemsTests {

    @ParameterizedTest
    @CsvSource({"23505,422", "23503,409", "22001,422", "22021,422", "40P01,503", "57P01,503", "08006,503", "53300,503"})
    void readsTheSqlState(String state, int status) {
        Problem problem = Problems.of(
                new DataIntegrityViolationException("insert into secret", new SQLException("duplicate key", state)));

        assertThat(problem.status().value()).isEqualTo(status);
        assertThat(problem.error()).doesNotContain("secret").doesNotContain("duplicate key");
    }

    @Test
    void aMissingValueIsADefectOfOurs() {
        assertThat(Problems.of(new DataIntegrityViolationException("", new SQLException("not null", "23502"))))
                .isInstanceOf(Unforeseen.class);
    }

    @Test
    void anExhaustedPoolPasses() {
        Problem problem = Problems.of(new CannotCreateTransactionException(
                "Could not open", new SQLTransientConnectionException("Connection is not available")));

        assertThat(problem).isInstanceOf(Unavailable.class);
        assertThat(problem.headers().getFirst("Retry-After")).isEqualTo("5");
    }

    @Test
    void aCommitThatLostItsConnectionPasses() {
        assertThat(Problems.of(new TransactionSystemException("", new SQLException("gone", "08003"))))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void aLostUpdateIsAConflict() {
        assertThat(Problems.of(new OptimisticLockingFailureException("stale"))).isInstanceOf(Conflict.class);
    }
}
