package io.microblog.notification.push.queue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.microblog.internal.ReportApi;
import io.microblog.internal.StatusApi;
import io.microblog.internal.VisibleAccountApi;
import io.microblog.kit.problem.Unavailable;
import io.microblog.kit.web.BaseUrl;
import io.microblog.notification.account.Contacts;
import io.microblog.notification.language.Excerpt;
import io.microblog.notification.language.Isolation;
import io.microblog.notification.language.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/**
 * Writes what a push says, at the moment of sending and as its recipient may see it then: nothing when the notification is
 * not shown any more, or what it is about is gone, muted or filtered away.
 */
@Component
class PushWriter {

    private static final int MAX_BODY = 140;

    private static final String SHOWN = """
            SELECT n.type, n.from_id, n.post_id, n.object_id FROM shown_notification n
            WHERE n.id = :id AND n.recipient_id = :recipient AND NOT n.filtered
            """;

    private final JdbcClient jdbc;
    private final StatusApi posts;
    private final VisibleAccountApi users;
    private final ReportApi reports;
    private final Contacts contacts;
    private final MessageSource messages;
    private final BaseUrl base;

    PushWriter(
            JdbcClient jdbc,
            StatusApi posts,
            VisibleAccountApi users,
            ReportApi reports,
            Contacts contacts,
            MessageSource messages,
            BaseUrl base) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.users = users;
        this.reports = reports;
        this.contacts = contacts;
        this.messages = messages;
        this.base = base;
    }

    private record Shown(
            String type,
            long fromId,
            @Nullable Long postId,
            @Nullable Long objectId) {}

    /**
     * What it says; empty when there is nothing to tell.
     *
     * @throws Unavailable when nobody can tell now
     */
    Optional<PushMessage> write(OwedPush push) {
        return jdbc.sql(SHOWN)
                .param("id", push.notificationId())
                .param("recipient", push.recipientId())
                .query(Shown.class)
                .optional()
                .flatMap(shown -> write(push, shown));
    }

    private Optional<PushMessage> write(OwedPush push, Shown shown) {
        try {
            if (!mayHandle(push, shown)) {
                return Optional.empty();
            }
            Optional<JsonNode> actor = users.accounts(List.of(shown.fromId()), push.recipientId()).stream()
                    .findFirst();
            if (actor.isEmpty() || shown.postId() == null) {
                return actor.map(account -> message(push, shown, account, null));
            }
            return posts.statuses(List.of(shown.postId()), push.recipientId()).stream()
                    .filter(PushWriter::isWanted)
                    .findFirst()
                    .map(status -> message(push, shown, actor.get(), status));
        } catch (RestClientException e) {
            throw new Unavailable("Notifications are temporarily unavailable", e);
        }
    }

    /** Whether the recipient still handles reports, where it tells of one. */
    private boolean mayHandle(OwedPush push, Shown shown) {
        return shown.objectId() == null
                || !shown.type().equals("admin.report")
                || !reports.reports(List.of(shown.objectId()), push.recipientId())
                        .isEmpty();
    }

    private PushMessage message(OwedPush push, Shown shown, JsonNode actor, @Nullable JsonNode status) {
        Locale locale = Languages.of(contacts.localeOf(push.recipientId()).orElse("en"));
        boolean ownPoll = shown.type().equals("poll") && shown.fromId() == push.recipientId();
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
        return switch (shown.type()) {
            case "follow_request" -> "/follow-requests";
            case "admin.report" -> "/moderation/" + shown.objectId();
            case "moderation_warning" -> "/notifications";
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
