package io.microblog.notification.notice;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.microblog.internal.ToldStrike;
import io.microblog.kit.id.IdGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps what owners of accounts were told by moderators. user-service has the words for as long as the mail may be late; the
 * notification shows them until it is dismissed.
 */
@Repository
public class Warnings {

    private static final String ADD = """
            INSERT INTO warning (id, event_id, strike_id, action, text, post_ids, at, appeal, appeal_state)
            VALUES (:id, :event, :strike, :action, :text, :posts, :at, :appeal, :state)
            ON CONFLICT (event_id) DO UPDATE SET text = excluded.text RETURNING id
            """;

    private final JdbcClient jdbc;
    private final IdGenerator ids;

    Warnings(JdbcClient jdbc, IdGenerator ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** The id of the warning that an event tells of, which is kept from now on. */
    long add(UUID event, ToldStrike strike, Instant at) {
        boolean pending = "pending".equals(strike.appealState());
        return jdbc.sql(ADD)
                .param("id", ids.next())
                .param("event", event)
                .param("strike", Long.parseLong(strike.id()))
                .param("action", strike.action())
                .param("text", strike.text())
                .param("posts", strike.postIds().stream().map(Long::valueOf).toArray(Long[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("appeal", pending ? null : strike.appeal(), Types.VARCHAR)
                .param("state", pending ? null : strike.appealState(), Types.VARCHAR)
                .query(Long.class)
                .single();
    }

    /** Those with these ids. */
    public Map<Long, Warning> find(Collection<Long> wanted) {
        return wanted.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT * FROM warning WHERE id = ANY (CAST(:ids AS bigint[]))")
                        .param("ids", wanted.toArray(Long[]::new))
                        .query((row, number) -> Map.entry(
                                row.getLong("id"),
                                new Warning(
                                        row.getLong("strike_id"),
                                        row.getString("action"),
                                        row.getString("text"),
                                        List.of((Long[])
                                                row.getArray("post_ids").getArray()),
                                        row.getObject("at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getString("appeal"),
                                        row.getString("appeal_state"))))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
