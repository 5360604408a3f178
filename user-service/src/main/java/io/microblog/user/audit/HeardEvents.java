package io.microblog.user.audit;

import java.util.Map;
import java.util.UUID;

import io.microblog.kit.sql.BatchedDeletion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Knows what other services told of, where what is done about it shows by nothing else that it was done. */
@Component
public class HeardEvents {

    /** As long as replayed records are kept. */
    private static final String FORGET = """
            DELETE FROM heard_event WHERE id IN (
                SELECT id FROM heard_event WHERE at < now() - interval '120 days' LIMIT :batch)
            """;

    private final JdbcClient jdbc;

    HeardEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this is the first time that an event is told of; noted in the running transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isNew(UUID event) {
        return jdbc.sql("INSERT INTO heard_event (id) VALUES (:id) ON CONFLICT DO NOTHING")
                        .param("id", event)
                        .update()
                == 1;
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT11M")
    void forgetOld() {
        BatchedDeletion.run(jdbc, FORGET, Map.of());
    }
}
