package io.microblog.notification.mail;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.UUID;

import io.microblog.kit.id.IdGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks for mails in the transaction that found out about their cause. The same event never asks twice; nobody gets more
 * notification mails a day than the limit, nor a second one a day about the same follower who comes and goes.
 */
@Component
public class MailRequests {

    private static final String REQUEST = """
            INSERT INTO delivery (id, event_id, recipient_id, template, lane, actor_id, post_id, thread_id)
            SELECT :id, :event, :recipient, :template, :lane, :actor, :post, :thread
            WHERE :lane = 'SECURITY' OR (
                (SELECT count(*) FROM delivery WHERE recipient_id = :recipient AND lane = :lane
                 AND created_at > now() - interval '24 hours') < :limit
                AND NOT EXISTS (SELECT FROM delivery WHERE :template IN ('FOLLOW', 'FOLLOW_REQUEST') AND template = :template
                 AND recipient_id = :recipient AND actor_id = :actor AND created_at > now() - interval '24 hours'))
            ON CONFLICT (event_id, recipient_id, template) DO NOTHING
            """;

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final ApplicationEventPublisher events;
    private final int dailyLimit;

    MailRequests(
            JdbcClient jdbc,
            IdGenerator ids,
            ApplicationEventPublisher events,
            @Value("${microblog.mail.daily-limit}") int dailyLimit) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.events = events;
        this.dailyLimit = dailyLimit;
    }

    /**
     * Asks for one mail that tells of nobody else's act.
     *
     * @param event the cause
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void request(UUID event, long recipient, Template template) {
        request(event, recipient, template, null, null, null);
    }

    /**
     * Asks for one mail.
     *
     * @param event the cause
     * @param actor whose act it tells of, null where it tells of none
     * @param post the post it is about, if any
     * @param thread the post that began the thread of that one, null when it is unknown
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void request(
            UUID event,
            long recipient,
            Template template,
            @Nullable Long actor,
            @Nullable Long post,
            @Nullable Long thread) {
        int asked = jdbc.sql(REQUEST)
                .param("id", ids.next())
                .param("event", event)
                .param("recipient", recipient)
                .param("template", template.name())
                .param("lane", template.lane().name())
                .param("actor", actor, java.sql.Types.BIGINT)
                .param("post", post, java.sql.Types.BIGINT)
                .param("thread", thread, java.sql.Types.BIGINT)
                .param("limit", dailyLimit)
                .update();
        if (asked == 1) {
            events.publishEvent(new MailRequested(template.lane()));
        }
    }

    /**
     * Asks for the mails that tell people of an announcement; whoever has one already gets no second.
     *
     * @param announcement the cause
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requestAnnouncement(long announcement, Collection<Long> recipients) {
        Template template = Template.ANNOUNCEMENT;
        int asked = jdbc.sql("""
                        INSERT INTO delivery (id, event_id, recipient_id, template, lane, announcement_id)
                        SELECT id, :event, recipient_id, :template, :lane, :announcement
                        FROM unnest(:ids::bigint[], :recipients::bigint[]) AS mail (id, recipient_id)
                        ON CONFLICT (event_id, recipient_id, template) DO NOTHING
                        """)
                .param(
                        "event",
                        UUID.nameUUIDFromBytes(("announcement:" + announcement).getBytes(StandardCharsets.UTF_8)))
                .param("template", template.name())
                .param("lane", template.lane().name())
                .param("announcement", announcement)
                .param("ids", recipients.stream().map(_ -> ids.next()).toArray(Long[]::new))
                .param("recipients", recipients.toArray(Long[]::new))
                .update();
        if (asked > 0) {
            events.publishEvent(new MailRequested(template.lane()));
        }
    }

    /** The mail that a cause asked for. */
    public record Cause(UUID event, long recipient) {}

    /** What the mails would tell of is over, so they are not tried any more. What is on its way is not called back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(Collection<Cause> causes) {
        if (causes.isEmpty()) {
            return;
        }
        jdbc.sql("""
                UPDATE delivery d SET withdrawn = true, updated_at = now(),
                    state = CASE state WHEN 'WAITING' THEN 'SKIPPED' ELSE state END
                FROM unnest(:events::uuid[], :recipients::bigint[]) AS cause (event_id, recipient_id)
                WHERE d.event_id = cause.event_id AND d.recipient_id = cause.recipient_id AND d.lane = 'NOTIFICATION'
                    AND d.state IN ('WAITING', 'SENDING', 'UNKNOWN')
                """)
                .param(
                        "events",
                        causes.stream().map(cause -> cause.event().toString()).toArray(String[]::new))
                .param("recipients", causes.stream().map(Cause::recipient).toArray(Long[]::new))
                .update();
    }
}
