package io.microblog.user.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.microblog.internal.FigureDays;
import io.microblog.user.dashboard.CohortResponse.Return;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who comes back: those who signed up in a day or month, by the days and months after it in which they were here. */
@Service
class Cohorts {

    private static final String COHORT = """
            SELECT id, CAST(date_trunc(:unit, created_at AT TIME ZONE 'UTC') AS date) AS period FROM account
            WHERE created_at >= CAST(:from AS timestamp) AT TIME ZONE 'UTC' AND created_at < CAST(:end AS timestamp) AT TIME ZONE 'UTC'
            """;

    private static final String SIZES =
            "SELECT period, period AS date, count(*) AS people FROM (" + COHORT + ") c GROUP BY period";

    private static final String RETURNS = """
            SELECT c.period, CAST(date_trunc(:unit, CAST(d.day AS timestamp)) AS date) AS date,
                count(DISTINCT d.account_id) AS people
            FROM (%s) c JOIN active_day d ON d.account_id = c.id AND d.day >= c.period AND d.day < :end
            GROUP BY 1, 2
            """.formatted(COHORT);

    private final JdbcClient jdbc;

    Cohorts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Cell(LocalDate period, LocalDate date, long people) {}

    private record Place(LocalDate period, LocalDate date) {}

    /** A cohort for each day or month that these days are in; each goes on to the last of them. */
    List<CohortResponse> read(FigureDays days, Frequency frequency) {
        Map<LocalDate, Long> sizes =
                select(SIZES, days, frequency).stream().collect(Collectors.toMap(Cell::period, Cell::people));
        Map<Place, Long> returns = select(RETURNS, days, frequency).stream()
                .collect(Collectors.toMap(cell -> new Place(cell.period(), cell.date()), Cell::people));
        List<LocalDate> periods = frequency.all(days);
        return periods.stream()
                .map(period -> CohortResponse.of(
                        period,
                        frequency,
                        periods.stream()
                                .filter(date -> !date.isBefore(period))
                                .map(date -> Return.of(
                                        date,
                                        returns.getOrDefault(new Place(period, date), 0L),
                                        sizes.getOrDefault(period, 0L)))
                                .toList()))
                .toList();
    }

    private List<Cell> select(String sql, FigureDays days, Frequency frequency) {
        return jdbc.sql(sql)
                .param("unit", frequency.wireName())
                .param("from", frequency.of(days.from()))
                .param("end", frequency.next(frequency.of(days.to())))
                .query((row, number) -> new Cell(
                        row.getObject("period", LocalDate.class),
                        row.getObject("date", LocalDate.class),
                        row.getLong("people")))
                .list();
    }
}
