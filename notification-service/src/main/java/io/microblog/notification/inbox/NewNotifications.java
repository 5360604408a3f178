package io.microblog.notification.inbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What comes into the inboxes of some people, for those who watch them. */
@Component
public class NewNotifications {

    private static final int MOST = 20_000;

    private static final String SINCE = """
            SELECT n.id, n.recipient_id FROM shown_notification n
            WHERE n.id >= :since AND NOT n.filtered AND n.recipient_id = ANY (CAST(:recipients AS bigint[]))
            ORDER BY n.id LIMIT :most
            """;

    private final JdbcClient jdbc;
    private final NotificationRepository notifications;
    private final Hydration hydration;
    private final JsonMapper json;

    NewNotifications(JdbcClient jdbc, NotificationRepository notifications, Hydration hydration, JsonMapper json) {
        this.jdbc = jdbc;
        this.notifications = notifications;
        this.hydration = hydration;
        this.json = json;
    }

    /** Something in somebody's inbox. */
    public record Arrival(long id, long recipientId) {}

    /** What these people have from an id on, the oldest first. */
    public List<Arrival> since(long id, Collection<Long> recipients) {
        return recipients.isEmpty()
                ? List.of()
                : jdbc.sql(SINCE)
                        .param("since", id)
                        .param("recipients", recipients.toArray(Long[]::new))
                        .param("most", MOST)
                        .query((row, number) -> new Arrival(row.getLong("id"), row.getLong("recipient_id")))
                        .list();
    }

    /**
     * Those of a person's notifications that they may see, as the API shows them.
     *
     * @throws io.microblog.kit.problem.Unavailable when nobody can tell now
     */
    public Map<Long, String> show(long recipient, List<Long> ids) {
        return hydration.of(notifications.find(recipient, ids), recipient).stream()
                .collect(Collectors.toMap(one -> Long.valueOf(one.id()), json::writeValueAsString));
    }
}
