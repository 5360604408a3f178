package io.microblog.notification.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import io.microblog.kit.id.IdGenerator;
import io.microblog.notification.inbox.NewNotifications.Arrival;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** When notifications that were set apart came among the others, so that every copy can tell those who listen to it. */
@Repository
public class Merges {

    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final IdGenerator ids;

    Merges(JdbcClient jdbc, IdGenerator ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** A person has let some in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(long accountId) {
        jdbc.sql("INSERT INTO merge (id, account_id) VALUES (:id, :account)")
                .param("id", ids.next())
                .param("account", accountId)
                .update();
    }

    /** What these people have let in from an id on, the oldest first. */
    public List<Arrival> since(long id, Collection<Long> people) {
        return people.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT id, account_id FROM merge"
                                + " WHERE id >= :since AND account_id = ANY (CAST(:people AS bigint[])) ORDER BY id")
                        .param("since", id)
                        .param("people", people.toArray(Long[]::new))
                        .query((row, number) -> new Arrival(row.getLong("id"), row.getLong("account_id")))
                        .list();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT13M")
    void forgetOld() {
        jdbc.sql("DELETE FROM merge WHERE id < :since")
                .param("since", IdGenerator.firstOf(Instant.now().minus(KEPT)))
                .update();
    }
}
