package io.microblog.notification.announcement;

import java.time.Instant;
import java.util.List;

import io.microblog.kit.openapi.SchemaName;
import org.jspecify.annotations.Nullable;

/**
 * An announcement as its authors get it.
 *
 * @param state "draft", "scheduled", "published" or "over"
 * @param mail whether it goes out by mail, too
 */
record AdminAnnouncementResponse(
        String id,
        String state,
        String mainLanguage,
        List<Worded> texts,
        @Nullable Instant scheduledAt,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        boolean allDay,
        Target target,
        boolean mail,
        @Nullable Instant publishedAt,
        Instant createdAt,
        Instant updatedAt) {

    /** What it says in one language: the Markdown, and the HTML made of it. */
    @SchemaName("AdminAnnouncementText")
    record Worded(String language, String text, String content) {}

    /** Whom it is for: those of whom all that is not null holds. */
    record Target(
            @Nullable String language,
            @Nullable String role,
            @Nullable Instant registeredAfter,
            @Nullable Instant registeredBefore) {}

    static AdminAnnouncementResponse from(Announcement announcement) {
        AnnouncementDraft draft = announcement.draft();
        Addressees to = draft.addressees();
        return new AdminAnnouncementResponse(
                Long.toString(announcement.id()),
                announcement.state().wireName(),
                draft.mainLanguage(),
                draft.texts().stream()
                        .map(text -> new Worded(text.language(), text.source(), text.html()))
                        .toList(),
                draft.scheduledAt(),
                draft.startsAt(),
                draft.endsAt(),
                draft.allDay(),
                new Target(
                        to.language(),
                        to.staff() == null ? null : to.staff().shown(),
                        to.registeredAfter(),
                        to.registeredBefore()),
                draft.mailed(),
                announcement.publishedAt(),
                announcement.createdAt(),
                announcement.updatedAt());
    }
}
