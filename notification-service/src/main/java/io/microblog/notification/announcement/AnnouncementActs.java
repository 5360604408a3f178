package io.microblog.notification.announcement;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who did what with which announcement. What is written here stays, even after the announcement. */
@Component
public class AnnouncementActs {

    private final JdbcClient jdbc;
    private final IdGenerator ids;

    AnnouncementActs(JdbcClient jdbc, IdGenerator ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** What can be done. */
    public enum Act {
        /** Somebody wrote it. */
        CREATED,
        /** Somebody changed it. */
        CHANGED,
        /** Somebody set it to be published at its time. */
        SCHEDULED,
        /** Somebody published it, or its time came. */
        PUBLISHED,
        /** Somebody took it back. */
        UNPUBLISHED,
        /** Its end came. */
        ENDED,
        /** Somebody deleted it. */
        DELETED,
        /** Its mails began to go out. */
        MAILED,
        /** Somebody stopped its mails for a while. */
        MAIL_PAUSED,
        /** Somebody let its mails go on. */
        MAIL_RESUMED,
        /** Somebody stopped its mails for good. */
        MAIL_WITHDRAWN;

        /** The name in the API. */
        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Writes a line in the transaction that does it; {@code by} is null for the schedule. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(long announcement, @Nullable Long by, Act act) {
        jdbc.sql("INSERT INTO announcement_act (id, announcement_id, account_id, act) VALUES (:id, :it, :by, :act)")
                .param("id", ids.next())
                .param("it", announcement)
                .param("by", by, java.sql.Types.BIGINT)
                .param("act", act.name())
                .update();
    }

    List<AnnouncementActResponse> page(long announcement, Page page) {
        List<AnnouncementActResponse> found = jdbc.sql(
                        "SELECT * FROM announcement_act WHERE announcement_id = :it AND id < :below"
                                + " AND id > :above ORDER BY id " + page.order() + " LIMIT :limit")
                .param("it", announcement)
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit())
                .query((row, number) -> new AnnouncementActResponse(
                        row.getString("id"),
                        row.getString("account_id"),
                        Act.valueOf(row.getString("act")).wireName(),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
        return page.newestFirst(found);
    }
}
