package io.microblog.notification.marker;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import io.microblog.kit.problem.Conflict;
import io.microblog.notification.account.RecipientErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far people have read. */
@Component
public class Markers {

    private final JdbcClient jdbc;

    Markers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest id the person has read on {@code timeline}; 0 when nobody said so yet. */
    public long lastRead(long accountId, String timeline) {
        return jdbc.sql("SELECT last_read_id FROM marker WHERE account_id = :account AND timeline = :timeline")
                .param("account", accountId)
                .param("timeline", timeline)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The person's markers by timeline; those that were never set are missing. */
    Map<String, Marker> find(long accountId, Collection<String> timelines) {
        var markers = new LinkedHashMap<String, Marker>();
        jdbc.sql("SELECT * FROM marker WHERE account_id = :account AND timeline = ANY (:timelines) ORDER BY timeline")
                .param("account", accountId)
                .param("timelines", timelines.toArray(String[]::new))
                .query(row -> {
                    markers.put(row.getString("timeline"), read(row));
                });
        return markers;
    }

    /**
     * Moves markers, all or none.
     *
     * @throws Conflict when another request moved one of them at the same time
     */
    @Transactional
    Map<String, Marker> move(long accountId, Map<String, Long> positions) {
        Map<String, Marker> seen = find(accountId, positions.keySet());
        positions.forEach((timeline, id) -> {
            Marker marker = seen.get(timeline);
            move(accountId, timeline, id, marker == null ? -1 : marker.version());
        });
        return find(accountId, positions.keySet());
    }

    /** @param seen the version that is to be replaced; -1 when there was none */
    void move(long accountId, String timeline, long id, int seen) {
        int moved = jdbc.sql("""
                        INSERT INTO marker AS m (account_id, timeline, last_read_id, version, updated_at)
                        VALUES (:account, :timeline, :id, 0, now())
                        ON CONFLICT (account_id, timeline) DO UPDATE
                        SET last_read_id = excluded.last_read_id, version = m.version + 1, updated_at = now()
                        WHERE m.version = :seen
                        """)
                .param("account", accountId)
                .param("timeline", timeline)
                .param("id", id)
                .param("seen", seen)
                .update();
        if (moved == 0) {
            throw new Conflict("Conflict during update, please try again");
        }
    }

    @EventListener
    void on(RecipientErased erased) {
        jdbc.sql("DELETE FROM marker WHERE account_id = :account")
                .param("account", erased.accountId())
                .update();
    }

    private static Marker read(ResultSet row) throws SQLException {
        return new Marker(
                Long.toString(row.getLong("last_read_id")),
                row.getInt("version"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
