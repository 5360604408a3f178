package io.microblog.kit.stack;

import io.microblog.internal.StackPart;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service's own database, as those who look after the server want to know it. */
public final class OwnDatabase {

    private OwnDatabase() {}

    /** Its size on the disk at this moment, with indexes, and the version of PostgreSQL. */
    public static StackPart read(JdbcClient jdbc) {
        return jdbc.sql(
                        "SELECT pg_database_size(current_database()) AS bytes, current_setting('server_version') AS version")
                .query((row, number) -> new StackPart("postgresql", row.getLong("bytes"), row.getString("version")))
                .single();
    }
}
