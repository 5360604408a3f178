package io.microblog.bench.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The first person of the data as somebody who may announce, until closed. */
public final class Administrator implements AutoCloseable {

    private static final String TOKEN = "bench-access-token-of-an-administrator";

    /** The id of the role that user-service brings. */
    private static final int ROLE = 2;

    private final Connection users;

    /** @param users a connection to the database of user-service, which this closes */
    public Administrator(Connection users) throws SQLException {
        this.users = users;
        execute("UPDATE account SET role_id = %d WHERE id = %d".formatted(ROLE, Ids.person(0)));
        execute("""
                INSERT INTO oauth_authorization (id, app_id, account_id, scopes, token_hash, created_at)
                SELECT gen_random_uuid(), id, %d, '{admin:read,admin:write}', '%s', now() FROM oauth_app
                WHERE client_id = '%s' AND NOT EXISTS (SELECT FROM oauth_authorization WHERE token_hash = '%2$s')
                """.formatted(Ids.person(0), SignedIn.hash(TOKEN), UserRows.CLIENT));
    }

    /** The access token. */
    public String token() {
        return TOKEN;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = users.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (users) {
            execute("DELETE FROM oauth_authorization WHERE token_hash = '" + SignedIn.hash(TOKEN) + "'");
            execute("UPDATE account SET role_id = NULL WHERE id = " + Ids.person(0));
        }
    }
}
