package io.microblog.notification.inbox;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.internal.StatusApi;
import io.microblog.internal.VisibleAccountApi;
import io.microblog.kit.problem.Unavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/**
 * Adds to notifications the accounts and statuses as their owners show them to this reader, with one question to each
 * owner. A notification is left out when the reader may no longer see what it is about, or has muted that thread.
 */
@Component
class Hydration {

    private final StatusApi posts;
    private final VisibleAccountApi users;

    Hydration(StatusApi posts, VisibleAccountApi users) {
        this.posts = posts;
        this.users = users;
    }

    /** @throws Unavailable when one of the two does not answer */
    List<NotificationResponse> of(List<Notification> notifications, long reader) {
        Map<String, JsonNode> accounts =
                ask(users::accounts, notifications.stream().map(Notification::fromId), reader);
        Map<String, JsonNode> statuses = ask(
                posts::statuses,
                notifications.stream().map(Notification::postId).filter(Objects::nonNull),
                reader);
        return notifications.stream()
                .map(notification -> response(notification, accounts, statuses))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable NotificationResponse response(
            Notification notification, Map<String, JsonNode> accounts, Map<String, JsonNode> statuses) {
        JsonNode account = accounts.get(Long.toString(notification.fromId()));
        JsonNode status = notification.postId() == null ? null : statuses.get(Long.toString(notification.postId()));
        if (account == null || (notification.postId() != null && (status == null || isMuted(status)))) {
            return null;
        }
        return NotificationResponse.of(notification, account, status);
    }

    /** The reader wants to hear no more of the thread. */
    private static boolean isMuted(JsonNode status) {
        return status.path("muted").asBoolean(false);
    }

    private static Map<String, JsonNode> ask(
            BiFunction<List<Long>, Long, List<JsonNode>> owner, Stream<Long> ids, long reader) {
        List<Long> wanted = ids.distinct().toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        try {
            return owner.apply(wanted, reader).stream()
                    .collect(Collectors.toMap(
                            found -> found.path("id").asString(), Function.identity(), (one, same) -> one));
        } catch (RestClientException e) {
            throw new Unavailable("Notifications are temporarily unavailable", e);
        }
    }
}
