package io.microblog.notification.push;

import java.util.Collection;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks for pushes in the transaction that puts notifications into inboxes: one for each notification and each subscription
 * of its recipient that wants its kind and hears of whoever caused it.
 */
@Component
public class PushRequests {

    private static final String REQUEST = """
            INSERT INTO push (notification_id, subscription_id, host)
            SELECT n.id, s.id, s.host
            FROM notification n JOIN push_subscription s ON s.account_id = n.recipient_id AND n.type = ANY (s.alerts)
            WHERE n.id = ANY (:notifications) AND (s.policy = 'ALL' OR s.policy <> 'NONE' AND (
                n.from_id = n.recipient_id
                OR s.policy = 'FOLLOWED' AND EXISTS (
                    SELECT FROM follow f
                    WHERE f.follower_id = n.recipient_id AND f.followed_id = n.from_id AND f.following)
                OR s.policy = 'FOLLOWER' AND (n.type = 'follow' OR EXISTS (
                    SELECT FROM follow f
                    WHERE f.follower_id = n.from_id AND f.followed_id = n.recipient_id AND f.following))))
            ON CONFLICT (notification_id, subscription_id) DO NOTHING
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    PushRequests(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Asks for those of some notifications, all in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void request(Collection<Long> notifications) {
        if (!notifications.isEmpty()
                && jdbc.sql(REQUEST)
                                .param("notifications", notifications.toArray(Long[]::new))
                                .update()
                        > 0) {
            events.publishEvent(new PushRequested());
        }
    }
}
