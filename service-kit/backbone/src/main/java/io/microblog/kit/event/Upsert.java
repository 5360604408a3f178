package io.microblog.kit.event;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The two idempotent writes of a consumer: state by version, an effect by natural key. Both say whether they changed
 * anything, so that what follows happens once however often an event is delivered.
 */
public final class Upsert {

    private final String table;
    private final List<String> key;
    private final boolean versioned;

    private Upsert(String table, List<String> key, boolean versioned) {
        this.table = table;
        this.key = key;
        this.versioned = versioned;
    }

    /**
     * Replaces a row's state unless the table already holds this version or a newer one.
     *
     * @param table has a column {@code version} and a unique index over {@code key}
     */
    public static Upsert versioned(String table, String... key) {
        return new Upsert(table, List.of(key), true);
    }

    /**
     * Inserts a row unless one with the same key is there.
     *
     * @param table has a unique index over {@code key}
     */
    public static Upsert once(String table, String... key) {
        return new Upsert(table, List.of(key), false);
    }

    /**
     * Writes one row in the running transaction.
     *
     * @param row values by column name; instants become {@code timestamptz}, lists {@code text[]}, constants their names
     * @return whether the row was written
     */
    public boolean apply(JdbcClient jdbc, Map<String, ? extends @Nullable Object> row) {
        var columns = new TreeSet<String>(row.keySet());
        JdbcClient.StatementSpec statement = jdbc.sql(sql(columns));
        for (String column : columns) {
            statement = statement.param(column, toJdbc(row.get(column)));
        }
        return statement.update() == 1;
    }

    private String sql(Set<String> columns) {
        String insert = "INSERT INTO %s AS t (%s) VALUES (%s) ON CONFLICT (%s) DO "
                .formatted(table, String.join(", ", columns), list(columns, ":%s"), String.join(", ", key));
        if (!versioned) {
            return insert + "NOTHING";
        }
        var state = new TreeSet<>(columns);
        state.removeAll(key);
        return insert + "UPDATE SET " + list(state, "%1$s = excluded.%1$s") + " WHERE excluded.version > t.version";
    }

    private static String list(Set<String> columns, String format) {
        return columns.stream().map(format::formatted).collect(Collectors.joining(", "));
    }

    private static @Nullable Object toJdbc(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (value) {
            case Instant instant -> OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            case List<?> list -> list.stream().map(String::valueOf).toArray(String[]::new);
            default -> value;
        };
    }
}
