package io.microblog.notification.push.queue;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a client shows, as the API's clients expect it.
 *
 * @param accessToken always empty: this server keeps no token in a form that could be sent. Clients tell by the endpoint
 *     which of their accounts is meant
 * @param preferredLocale the language of title and body, a BCP 47 tag
 * @param notificationId a number here alone: clients read it as one
 * @param icon address of a picture
 * @param title what happened, in a sentence
 * @param body the beginning of what was said, in plain text; may be empty
 * @param url the page about it, which the API does not have
 */
record PushMessage(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("preferred_locale") String preferredLocale,
        @JsonProperty("notification_id") long notificationId,
        @JsonProperty("notification_type") String notificationType,
        String icon,
        String title,
        String body,
        String url) {

    /** The same without what was said. */
    PushMessage shorter() {
        return new PushMessage(accessToken, preferredLocale, notificationId, notificationType, icon, title, "", url);
    }

    /** In the words of RFC 8030: a phone that saves power is not woken by what nobody waits for. */
    String urgency() {
        return switch (notificationType) {
            case "favourite", "reblog", "update", "quoted_update" -> "low";
            default -> "normal";
        };
    }
}
