package io.microblog.translation.budget;

import java.time.LocalDate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what is used up of a limit, exactly, whichever instance counts. */
@Repository
class AllowanceRepository {

    private final JdbcClient jdbc;

    AllowanceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes {@code amount}, or nothing and says no when more than {@code limit} would be used. */
    boolean take(String name, LocalDate period, long amount, long limit) {
        return amount <= limit
                && jdbc.sql("""
                                INSERT INTO allowance AS a (name, period, used) VALUES (:name, :period, :amount)
                                ON CONFLICT (name, period) DO UPDATE SET used = a.used + excluded.used
                                WHERE a.used + excluded.used <= :limit""")
                                .param("name", name)
                                .param("period", period)
                                .param("amount", amount)
                                .param("limit", limit)
                                .update()
                        == 1;
    }

    void giveBack(String name, LocalDate period, long amount) {
        jdbc.sql("UPDATE allowance SET used = greatest(used - :amount, 0) WHERE name = :name AND period = :period")
                .param("name", name)
                .param("period", period)
                .param("amount", amount)
                .update();
    }

    long used(String name, LocalDate period) {
        return jdbc.sql("SELECT used FROM allowance WHERE name = :name AND period = :period")
                .param("name", name)
                .param("period", period)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void removeBefore(LocalDate period, String names) {
        jdbc.sql("DELETE FROM allowance WHERE period < :period AND name LIKE :names")
                .param("period", period)
                .param("names", names)
                .update();
    }
}
