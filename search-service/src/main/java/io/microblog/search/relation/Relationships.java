package io.microblog.search.relation;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;

import io.microblog.event.RelationshipState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What holds between accounts, as of the last event. */
@Repository
public class Relationships {

    private static final String UPSERT = """
            INSERT INTO relationship AS t (from_id, to_id, version, following, blocking, muting, mute_ends_at)
            VALUES (:from, :to, :version, :following, :blocking, :muting, :muteEndsAt)
            ON CONFLICT (from_id, to_id) DO UPDATE
            SET version = excluded.version,
                following = excluded.following,
                blocking = excluded.blocking,
                muting = excluded.muting,
                mute_ends_at = excluded.mute_ends_at
            WHERE excluded.version > t.version""";

    /**
     * The other person, and whether the reader follows, meets with a block either way, or mutes them. So many as a query may
     * name; beyond that, the owners of what was found leave out whom the reader must not meet.
     */
    private static final String OTHERS = """
            SELECT to_id AS other, following, blocking,
                   muting AND (mute_ends_at IS NULL OR mute_ends_at > now()) AS muting
            FROM relationship WHERE from_id = :reader AND (following OR blocking OR muting)
            UNION ALL
            SELECT from_id, false, true, false FROM relationship WHERE to_id = :reader AND blocking
            LIMIT 50000""";

    private final JdbcClient jdbc;

    Relationships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the state over unless the row has it already or a newer one. */
    @Transactional
    void save(RelationshipState state) {
        jdbc.sql(UPSERT)
                .param("from", state.fromId())
                .param("to", state.toId())
                .param("version", state.version())
                .param("following", state.following())
                .param("blocking", state.blocks())
                .param("muting", state.mutes())
                .param("muteEndsAt", utc(state.muteEndsAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Everybody to whom the reader stands in some way. */
    public Circle of(long reader) {
        Circle circle = new Circle(new HashSet<>(), new HashSet<>(), new HashSet<>());
        jdbc.sql(OTHERS).param("reader", reader).query(row -> {
            long other = row.getLong("other");
            add(circle.followed(), other, row.getBoolean("following"));
            add(circle.blocked(), other, row.getBoolean("blocking"));
            add(circle.shunned(), other, row.getBoolean("blocking") || row.getBoolean("muting"));
        });
        return circle;
    }

    private static void add(Set<Long> people, long other, boolean belongs) {
        if (belongs) {
            people.add(other);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
