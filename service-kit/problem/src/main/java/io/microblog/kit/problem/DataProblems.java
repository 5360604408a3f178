package io.microblog.kit.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;

import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;

/**
 * What failures of the database mean to a client. The SQLSTATE decides where there is one (PostgreSQL manual,
 * appendix A), because frameworks wrap the same failure in many classes.
 */
final class DataProblems {

    private DataProblems() {}

    /** The problem, or null when it is a defect of ours. */
    static @Nullable Problem of(Throwable failure) {
        if (!(failure instanceof DataAccessException) && !(failure instanceof TransactionException)) {
            return null;
        }
        if (failure instanceof OptimisticLockingFailureException) {
            return new Conflict("It was changed at the same time, please try again");
        }
        SQLException sql = sqlCause(failure);
        Problem known = sql == null || sql.getSQLState() == null ? null : ofState(sql.getSQLState(), failure);
        return known != null || !passing(failure) ? known : unavailable(failure);
    }

    private static @Nullable Problem ofState(String state, Throwable failure) {
        return switch (state) {
            case "23505" -> new Invalid("Duplicate record");
            case "23503" -> new Conflict("What it refers to has changed, please try again");
            case "22001" -> new Invalid("A text is too long");
            case "22003" -> new Invalid("A number is out of range");
            case "22021", "22P05" -> new Invalid("A text contains characters that cannot be stored");
            default ->
                switch (state.substring(0, Math.min(2, state.length()))) {
                    // Connection, rollback (deadlock, serialization), resources, operator, system.
                    case "08", "40", "53", "57", "58" -> unavailable(failure);
                    default -> null;
                };
        };
    }

    private static boolean passing(Throwable failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof CannotCreateTransactionException
                || NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLTransientException;
    }

    private static Unavailable unavailable(Throwable failure) {
        return new Unavailable("There was a temporary problem, please try again", failure);
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return (SQLException) cause;
    }
}
