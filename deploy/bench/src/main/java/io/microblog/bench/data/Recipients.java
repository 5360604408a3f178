package io.microblog.bench.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

import org.postgresql.PGConnection;

/**
 * People with a confirmed address and nothing else, for mailings. They came before all others of the data, one each
 * millisecond, so an announcement reaches exactly them by the time at which they registered.
 */
public final class Recipients implements AutoCloseable {

    private static final Instant FIRST = Ids.BEGIN.minus(Ids.LENGTH).minus(Duration.ofDays(30));

    private final Connection users;
    private int count;

    /**
     * Begins with nobody, whatever a run has left that was interrupted.
     *
     * @param users a superuser's connection to the database of user-service, which this closes
     */
    public Recipients(Connection users) throws SQLException {
        this.users = users;
        // Nothing refers to them. To look for that a hundred thousand times would take hours.
        execute("SET session_replication_role = replica");
        remove();
    }

    /** No recipient came earlier. */
    public static Instant since() {
        return FIRST;
    }

    /** All recipients came earlier. */
    public Instant until() {
        return FIRST.plusMillis(count);
    }

    public static String email(int recipient) {
        return "recipient_" + recipient + "@bench.example";
    }

    /** Adds as many as are missing. */
    public void grow(int wanted) throws SQLException {
        int from = count;
        fill("account", "id, version, username, display_name, note, note_html, created_at", rows -> {
            for (int recipient = from; recipient < wanted; recipient++) {
                rows.add(id(recipient)).add(1).add("recipient_" + recipient).add("Recipient " + recipient);
                rows.add("").add("").add(FIRST.plusMillis(recipient)).end();
            }
        });
        String hash = SignedIn.passwordHash();
        fill("login", "account_id, version, email, password_hash, locale, time_zone, confirmed_at", rows -> {
            for (int recipient = from; recipient < wanted; recipient++) {
                rows.add(id(recipient)).add(1).add(email(recipient)).add(hash);
                rows.add("en").add("UTC").add(FIRST.plusMillis(recipient)).end();
            }
        });
        execute("ANALYZE account, login");
        count = wanted;
    }

    private void fill(String table, String columns, Store.Filling filling) throws SQLException {
        Rows rows = new Rows(users.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " (" + columns + ") FROM STDIN"));
        filling.writeTo(rows);
        rows.finish();
    }

    private void remove() throws SQLException {
        execute("DELETE FROM login WHERE account_id >= %d AND account_id < %d".formatted(id(0), Ids.person(0)));
        execute("DELETE FROM account WHERE id >= %d AND id < %d".formatted(id(0), Ids.person(0)));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = users.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long id(int recipient) {
        return Ids.at(FIRST.plusMillis(recipient));
    }

    /** Takes them out of the data again. */
    @Override
    public void close() throws SQLException {
        try (users) {
            remove();
        }
    }
}
