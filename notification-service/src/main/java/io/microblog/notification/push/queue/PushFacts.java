package io.microblog.notification.push.queue;

import java.util.Map;
import java.util.Set;

import io.microblog.internal.TextWanted;
import io.microblog.notification.kind.NotificationType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What some pushes have to know, as their recipients may see it at the moment of sending.
 *
 * @param shown the notifications that are still shown, by id
 * @param actors those who did it, each the API's {@code Account}, by id
 * @param statuses what it is about, each the API's {@code Status}, by who reads which
 * @param reports the reports that it is about, by who reads which
 */
record PushFacts(
        Map<Long, Shown> shown,
        Map<Long, JsonNode> actors,
        Map<TextWanted, JsonNode> statuses,
        Set<TextWanted> reports) {

    /**
     * A notification.
     *
     * @param type the name of its kind
     * @param objectId the report or the warning it is about
     */
    record Shown(
            long id,
            long recipientId,
            String type,
            long fromId,
            @Nullable Long postId,
            @Nullable Long objectId) {

        NotificationType kind() {
            return NotificationType.of(type);
        }

        boolean isOfReport() {
            return kind() == NotificationType.ADMIN_REPORT;
        }
    }
}
