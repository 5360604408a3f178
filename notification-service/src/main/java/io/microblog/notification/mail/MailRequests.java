package io.microblog.notification.mail;

import java.sql.Types;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.microblog.kit.id.IdGenerator;
import io.microblog.notification.preference.MailKind;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks for mails in the transaction that found out about their cause. The same event never asks twice; nobody is asked for
 * who does not want such mails, gets more notification mails a day than the limit, or has one of this day about the same
 * follower who comes and goes. Mails of news wait a little, so that what happens together is told together.
 */
@Component
public class MailRequests {

    /** What waits to be told in one mail counts as one. */
    private static final String REQUEST = """
            INSERT INTO delivery (id, event_id, recipient_id, template, lane, actor_id, post_id, thread_id,
                notification_id, due_at, ripe_at)
            SELECT r.id, :event, r.recipient_id, :template, :lane, :actor, :post, :thread, r.notification_id,
                now() + :window * interval '1 ms', CASE WHEN :window > 0 THEN now() + :window * interval '1 ms' END
            FROM unnest(:ids::bigint[], :recipients::bigint[], :notifications::bigint[])
                AS r (id, recipient_id, notification_id)
            LEFT JOIN mail_choice c ON c.account_id = r.recipient_id AND c.kind = :kind
            WHERE coalesce(c.mode, :mode) <> 'NEVER'
                AND (SELECT count(DISTINCT CASE WHEN state = 'WAITING' AND ripe_at IS NOT NULL
                        THEN template ELSE id::text END) FROM delivery
                    WHERE recipient_id = r.recipient_id AND lane = :lane AND lead_id IS NULL
                    AND NOT (template = :template AND state = 'WAITING' AND ripe_at IS NOT NULL)
                    AND created_at > now() - interval '24 hours') < :limit
                AND (SELECT count(*) FROM delivery WHERE recipient_id = r.recipient_id AND template = :template
                    AND state = 'WAITING' AND ripe_at IS NOT NULL) < :together
                AND NOT EXISTS (SELECT FROM delivery WHERE :template IN ('FOLLOW', 'FOLLOW_REQUEST')
                    AND template = :template AND recipient_id = r.recipient_id AND actor_id = :actor
                    AND created_at > now() - interval '24 hours')
            ON CONFLICT (event_id, recipient_id, template) DO NOTHING
            """;

    private static final String REQUIRE = """
            INSERT INTO delivery (id, event_id, recipient_id, template, lane, post_id)
            SELECT :id, :event, :recipient, :template, :lane, :post
            WHERE :lane = 'SECURITY' OR (SELECT count(*) FROM delivery WHERE recipient_id = :recipient AND lane = :lane
                AND lead_id IS NULL AND created_at > now() - interval '24 hours') < :limit
            ON CONFLICT (event_id, recipient_id, template) DO NOTHING
            """;

    /** How many things of one kind one mail tells at most. */
    private static final int TOGETHER = 1_000;

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final ApplicationEventPublisher events;
    private final int dailyLimit;
    private final Duration joinWindow;

    /**
     * @param dailyLimit mails to one person
     * @param joinWindow how long news wait for others of their kind; none are joined when it is zero
     */
    MailRequests(
            JdbcClient jdbc,
            IdGenerator ids,
            ApplicationEventPublisher events,
            @Value("${microblog.mail.daily-limit}") int dailyLimit,
            @Value("${microblog.mail.join-window}") Duration joinWindow) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.events = events;
        this.dailyLimit = dailyLimit;
        this.joinWindow = joinWindow;
    }

    /** Asks for one mail that is about no post. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void request(UUID event, long recipient, Template template) {
        request(event, recipient, template, null);
    }

    /**
     * News for some people.
     *
     * @param event the cause
     * @param template one of a kind that can be chosen
     * @param actor whose act it tells of
     * @param post the post it is about, if any
     * @param thread the post that began the thread of that one, null when it is unknown
     */
    public record News(
            UUID event,
            Template template,
            long actor,
            @Nullable Long post,
            @Nullable Long thread) {}

    /**
     * Asks for one mail that tells of nobody else's act, and that nobody chooses to get.
     *
     * @param event the cause
     * @param post the post it is about, if any
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void request(UUID event, long recipient, Template template, @Nullable Long post) {
        int asked = jdbc.sql(REQUIRE)
                .param("id", ids.next())
                .param("event", event)
                .param("recipient", recipient)
                .param("template", template.name())
                .param("lane", template.lane().name())
                .param("post", post, Types.BIGINT)
                .param("limit", dailyLimit)
                .update();
        announce(asked, template);
    }

    /**
     * Asks for mails to all who want such.
     *
     * @param notifications what tells the recipients of it in the application, by recipient
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void request(News news, Map<Long, Long> notifications) {
        if (notifications.isEmpty()) {
            return;
        }
        List<Map.Entry<Long, Long>> rows = List.copyOf(notifications.entrySet());
        ask(
                news,
                rows.stream().map(Map.Entry::getKey).toArray(Long[]::new),
                rows.stream().map(Map.Entry::getValue).toArray(Long[]::new),
                joinWindow);
    }

    /** Asks for mails to all who want such, at once and about something that no notification tells. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void request(News news, Collection<Long> recipients) {
        ask(news, recipients.toArray(Long[]::new), new Long[recipients.size()], Duration.ZERO);
    }

    /** @param notifications of each recipient, in the same order; null for none */
    private void ask(News news, Long[] recipients, Long[] notifications, Duration window) {
        Template template = news.template();
        MailKind kind = template.kind().orElseThrow();
        int asked = jdbc.sql(REQUEST)
                .param(
                        "ids",
                        Stream.generate(ids::next).limit(recipients.length).toArray(Long[]::new))
                .param("recipients", recipients)
                .param("notifications", notifications)
                .param("event", news.event())
                .param("template", template.name())
                .param("lane", template.lane().name())
                .param("kind", kind.wireName())
                .param("mode", kind.byDefault().name())
                .param("actor", news.actor())
                .param("post", news.post(), Types.BIGINT)
                .param("thread", news.thread(), Types.BIGINT)
                .param("window", window.toMillis())
                .param("limit", dailyLimit)
                .param("together", TOGETHER)
                .update();
        announce(asked, template);
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

    private void announce(int asked, Template template) {
        if (asked > 0) {
            events.publishEvent(new MailRequested(template.lane()));
        }
    }
}
