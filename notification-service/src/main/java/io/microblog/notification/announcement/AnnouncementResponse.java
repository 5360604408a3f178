package io.microblog.notification.announcement;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.microblog.kit.openapi.SchemaName;
import io.microblog.kit.web.BaseUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An announcement as readers get it, in one language; the API's Announcement entity.
 *
 * @param content HTML
 * @param language ISO 639 code of the language in which it is
 * @param read whether the reader has dismissed it; left out where all are told the same
 * @param statuses never any: posts are not looked up in announcements
 * @param emojis never any: this server has none of its own
 */
record AnnouncementResponse(
        String id,
        String content,
        String language,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        boolean allDay,
        Instant publishedAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean read,
        List<Mentioned> mentions,
        List<@SchemaName("Status") JsonNode> statuses,
        List<Tagged> tags,
        List<Object> emojis,
        List<AnnouncementReaction> reactions) {

    /** Somebody whom it names. */
    @SchemaName("AnnouncementAccount")
    record Mentioned(String id, String username, String url, String acct) {}

    /** A hashtag in it. */
    @SchemaName("AnnouncementTag")
    record Tagged(String name, String url) {}

    /**
     * Puts a published one into words.
     *
     * @param languages those of the reader, the best first
     * @param read null where all are told the same
     */
    static AnnouncementResponse of(
            Announcement announcement,
            List<String> languages,
            @Nullable Boolean read,
            List<AnnouncementReaction> reactions,
            BaseUrl base) {
        AnnouncementDraft draft = announcement.draft();
        AnnouncementText text = announcement.text(languages);
        return new AnnouncementResponse(
                Long.toString(announcement.id()),
                text.html(),
                text.language(),
                draft.startsAt(),
                draft.endsAt(),
                draft.allDay(),
                Objects.requireNonNullElse(announcement.publishedAt(), announcement.createdAt()),
                announcement.updatedAt(),
                read,
                text.mentions().stream()
                        .map(named -> new Mentioned(
                                Long.toString(named.accountId()),
                                named.username(),
                                base.resolve("/@" + named.username()),
                                named.username()))
                        .toList(),
                List.of(),
                text.hashtags().stream()
                        .map(name -> new Tagged(name, base.resolve("/tags/" + name)))
                        .toList(),
                List.of(),
                reactions);
    }
}
