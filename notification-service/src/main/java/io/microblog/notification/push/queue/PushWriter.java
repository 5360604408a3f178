package io.microblog.notification.push.queue;

import java.util.Locale;
import java.util.Optional;

import io.microblog.internal.TextWanted;
import io.microblog.kit.web.BaseUrl;
import io.microblog.notification.account.Contacts;
import io.microblog.notification.kind.NotificationType;
import io.microblog.notification.language.Excerpt;
import io.microblog.notification.language.Isolation;
import io.microblog.notification.language.Languages;
import io.microblog.notification.push.queue.PushFacts.Shown;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Writes what a push says as its recipient may see it: nothing when the notification is not shown any more, or what it is
 * about is gone, muted or filtered away.
 */
@Component
class PushWriter {

    private static final int MAX_BODY = 140;

    private final Contacts contacts;
    private final MessageSource messages;
    private final BaseUrl base;

    PushWriter(Contacts contacts, MessageSource messages, BaseUrl base) {
        this.contacts = contacts;
        this.messages = messages;
        this.base = base;
    }

    /** What it says; empty when there is nothing to tell. */
    Optional<PushMessage> write(OwedPush push, PushFacts facts) {
        Shown shown = facts.shown().get(push.notificationId());
        JsonNode actor = shown == null ? null : facts.actors().get(shown.fromId());
        if (shown == null || actor == null || !mayHandle(push, shown, facts)) {
            return Optional.empty();
        }
        return shown.postId() == null
                ? Optional.of(message(push, shown, actor, null))
                : Optional.ofNullable(facts.statuses().get(new TextWanted(shown.postId(), push.recipientId())))
                        .filter(PushWriter::isWanted)
                        .map(status -> message(push, shown, actor, status));
    }

    /** Whether the recipient still handles reports, where it tells of one. */
    private static boolean mayHandle(OwedPush push, Shown shown, PushFacts facts) {
        return !shown.isOfReport()
                || shown.objectId() == null
                || facts.reports().contains(new TextWanted(shown.objectId(), push.recipientId()));
    }

    private PushMessage message(OwedPush push, Shown shown, JsonNode actor, @Nullable JsonNode status) {
        Locale locale = Languages.of(contacts.localeOf(push.recipientId()).orElse("en"));
        boolean ownPoll = shown.kind() == NotificationType.POLL && shown.fromId() == push.recipientId();
        String title = messages.getMessage(
                "push." + shown.type() + (ownPoll ? ".own" : ""),
                new Object[] {Isolation.of(name(actor), locale)},
                locale);
        return new PushMessage(
                "",
                locale.toLanguageTag(),
                push.notificationId(),
                shown.type(),
                actor.path("avatar_static").asString(""),
                title,
                body(shown, actor, status),
                base.resolve(path(shown, actor, status)));
    }

    private static String path(Shown shown, JsonNode actor, @Nullable JsonNode status) {
        if (status != null) {
            return "/@" + status.path("account").path("acct").asString("") + "/" + shown.postId();
        }
        return switch (shown.kind()) {
            case FOLLOW_REQUEST -> "/follow-requests";
            case ADMIN_REPORT -> "/moderation/" + shown.objectId();
            case MODERATION_WARNING -> "/notifications";
            default -> "/@" + actor.path("acct").asString("");
        };
    }

    /** Of a report or a warning nothing but that there is one: what it says is for those who look at it. */
    private static String body(Shown shown, JsonNode actor, @Nullable JsonNode status) {
        if (shown.objectId() != null) {
            return "";
        }
        return status == null ? Excerpt.of(actor.path("note").asString(""), MAX_BODY) : words(status);
    }

    /** What stands behind a content warning stays there. */
    private static String words(JsonNode status) {
        String warning = status.path("spoiler_text").asString("");
        return warning.isBlank()
                ? Excerpt.of(status.path("content").asString(""), MAX_BODY)
                : Excerpt.shorten(warning.strip(), MAX_BODY);
    }

    private static String name(JsonNode account) {
        String displayName = account.path("display_name").asString("");
        return displayName.isBlank() ? "@" + account.path("acct").asString("") : displayName.strip();
    }

    private static boolean isWanted(JsonNode status) {
        return !status.path("muted").asBoolean(false)
                && status.path("filtered").valueStream().noneMatch(match -> hides(match.path("filter")));
    }

    private static boolean hides(JsonNode filter) {
        return filter.path("filter_action").asString("").equals("hide")
                && filter.path("context")
                        .valueStream()
                        .anyMatch(context -> context.asString("").equals("notifications"));
    }
}
