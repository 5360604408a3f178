package io.microblog.notification.announcement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Something that the server tells its people.
 *
 * @param draft what its authors decided
 * @param publishedAt since when it is shown; null while it is not and never was
 */
public record Announcement(
        long id,
        AnnouncementState state,
        AnnouncementDraft draft,
        @Nullable Instant publishedAt,
        Instant createdAt,
        Instant updatedAt) {

    /** The text in the first of these languages in which there is one, else in the main one. */
    public AnnouncementText text(List<String> languages) {
        return languages.stream()
                .flatMap(language -> in(language).stream())
                .findFirst()
                .or(() -> in(draft.mainLanguage()))
                .orElseThrow();
    }

    private Optional<AnnouncementText> in(String language) {
        return draft.texts().stream()
                .filter(text -> text.language().equals(language))
                .findFirst();
    }
}
