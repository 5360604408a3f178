package io.microblog.user.instance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import io.microblog.user.login.LoginService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much goes on here. Counted anew at most once a minute, because everybody may ask. */
@Component
class InstanceStatistics {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final LoginService logins;
    private volatile Figures figures = new Figures(0, 0, 0, 0, Instant.EPOCH);

    InstanceStatistics(JdbcClient jdbc, LoginService logins) {
        this.jdbc = jdbc;
        this.logins = logins;
    }

    record Figures(long users, long statuses, long activeMonth, long activeHalfYear, Instant at) {}

    Figures now() {
        Instant now = Instant.now();
        if (figures.at().isBefore(now.minus(FRESH))) {
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            figures = new Figures(
                    count("SELECT count(*) FROM account"),
                    count("SELECT coalesce(sum(statuses_count), 0)::bigint FROM post_stats"),
                    logins.countActiveSince(today.minusMonths(1)),
                    logins.countActiveSince(today.minusMonths(6)),
                    now);
        }
        return figures;
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
