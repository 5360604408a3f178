package io.microblog.post;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables of the service in a schema of a test's own, beside those that all tests share. */
public final class OwnSchema {

    private OwnSchema() {}

    /** Migrates a schema as the service does its own. */
    public static FluentConfiguration flyway(DataSource dataSource, String schema) {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas(schema)
                .outOfOrder(true)
                .locations("classpath:db/kit", "classpath:db/media", "classpath:db/migration");
    }
}
