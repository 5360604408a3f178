package io.microblog.notification.announcement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.microblog.kit.id.IdGenerator;
import io.microblog.notification.announcement.AnnouncementChange.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happened to announcements of late, for those who listen, whichever copy of the service they are connected to. */
@Component
public class AnnouncementChanges {

    private static final Duration KEPT = Duration.ofHours(1);

    /** The most told at once; more than that in some seconds are told by what is read anew. */
    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final IdGenerator ids;

    AnnouncementChanges(JdbcClient jdbc, IdGenerator ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Those with this id or a later one, the oldest first. */
    public List<AnnouncementChange> since(long id) {
        return jdbc.sql("SELECT * FROM announcement_change WHERE id >= :id ORDER BY id LIMIT :most")
                .param("id", id)
                .param("most", MOST)
                .query((row, number) -> new AnnouncementChange(
                        row.getLong("id"),
                        row.getLong("announcement_id"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        AnnouncementRepository.addressees(row)))
                .list();
    }

    /** Notes a change in the transaction that makes it, while the announcement is still there. */
    @Transactional(propagation = Propagation.MANDATORY)
    void note(long announcement, Kind kind, @Nullable String reaction) {
        jdbc.sql("""
                INSERT INTO announcement_change (id, announcement_id, kind, name, for_language, for_role,
                    registered_after, registered_before)
                SELECT :id, id, :kind, :name, for_language, for_role, registered_after, registered_before
                FROM announcement WHERE id = :announcement
                """)
                .param("id", ids.next())
                .param("announcement", announcement)
                .param("kind", kind.name())
                .param("name", reaction, java.sql.Types.VARCHAR)
                .update();
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void forget() {
        jdbc.sql("DELETE FROM announcement_change WHERE id < :id")
                .param("id", IdGenerator.firstOf(Instant.now().minus(KEPT)))
                .update();
    }
}
