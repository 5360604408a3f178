package io.microblog.notification.announcement;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.text.PostText;
import io.microblog.kit.text.SourceText;
import io.microblog.kit.text.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * An announcement as its author sends it.
 *
 * @param mainLanguage ISO 639 code; the language of the first text when left out
 * @param texts one for each language
 * @param scheduledAt when to publish it
 * @param startsAt when that begins of which it tells
 * @param endsAt when that ends, and with it the announcement
 * @param allDay whether these two are days (UTC)
 * @param target whom it is for; all when left out
 * @param mail whether it goes out by mail, too
 */
record AnnouncementRequest(
        @Nullable String mainLanguage,
        @Nullable List<Text> texts,
        @Nullable Instant scheduledAt,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        boolean allDay,
        @Nullable Target target,
        boolean mail) {

    /** The most characters of one text. */
    static final int MAX_CHARACTERS = 5000;

    private static final int MAX_TEXTS = 40;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    /** Markdown in one language. */
    record Text(@Nullable String language, @Nullable String text) {}

    /** Whom it is for; what is left out says nothing. */
    record Target(
            @Nullable String language,
            @Nullable String role,
            @Nullable Instant registeredAfter,
            @Nullable Instant registeredBefore) {}

    /** A text whose language and size are right, yet to be put into HTML. */
    record Written(String language, String source) {}

    /** The texts in their languages. */
    List<Written> written() {
        return given().stream()
                .map(text -> new Written(
                        Objects.requireNonNull(text.language()),
                        SourceText.clean(Objects.requireNonNull(text.text())).strip()))
                .toList();
    }

    String language() {
        return mainLanguage == null || mainLanguage.isBlank()
                ? written().getFirst().language()
                : mainLanguage;
    }

    Addressees addressees() {
        return target == null
                ? Addressees.ALL
                : new Addressees(
                        empty(target.language()),
                        Addressees.Staff.named(target.role()).orElse(null),
                        target.registeredAfter(),
                        target.registeredBefore());
    }

    /**
     * Looks at everything.
     *
     * @throws Invalid naming each field that is wrong
     */
    void check() {
        var invalid = Invalid.builder();
        checkTexts(invalid);
        checkTime(invalid, "scheduled_at", scheduledAt);
        checkTime(invalid, "starts_at", startsAt);
        checkTime(invalid, "ends_at", endsAt);
        if (startsAt != null && endsAt != null && endsAt.isBefore(startsAt)) {
            invalid.field("ends_at", "ERR_INVALID", "must not be before the start");
        }
        if (scheduledAt != null && endsAt != null && endsAt.isBefore(scheduledAt)) {
            invalid.field("ends_at", "ERR_INVALID", "must not be before it is published");
        }
        if (target != null) {
            checkTarget(invalid, target);
        }
        invalid.throwIfAny();
    }

    private void checkTexts(Invalid.Builder invalid) {
        List<Text> given = given();
        if (given.isEmpty()) {
            invalid.field("texts", "ERR_BLANK", "can't be blank");
        } else if (given.size() > MAX_TEXTS) {
            invalid.field("texts", "ERR_TOO_MANY", "are more than %d".formatted(MAX_TEXTS));
        } else {
            var languages = new HashSet<String>();
            for (int i = 0; i < given.size(); i++) {
                checkText(invalid, "texts[" + i + "]", given.get(i), languages);
            }
            if (mainLanguage != null && !mainLanguage.isBlank() && !languages.contains(mainLanguage)) {
                invalid.field("main_language", "ERR_INCLUSION", "has no text");
            }
        }
    }

    private static void checkText(Invalid.Builder invalid, String field, Text text, Set<String> languages) {
        String language = Objects.requireNonNullElse(text.language(), "");
        if (!LANGUAGES.contains(language)) {
            invalid.field(field + "[language]", "ERR_INCLUSION", "is not the code of a language");
        } else if (!languages.add(language)) {
            invalid.field(field + "[language]", "ERR_TAKEN", "has a text already");
        }
        String source = Objects.requireNonNullElse(text.text(), "");
        if (VisibleText.isBlank(source)) {
            invalid.field(field + "[text]", "ERR_BLANK", "can't be blank");
        } else if (PostText.size("", source) > PostText.MAX_BYTES || VisibleText.length(source) > MAX_CHARACTERS) {
            invalid.field(field + "[text]", "ERR_TOO_LONG", "is longer than %d characters".formatted(MAX_CHARACTERS));
        }
    }

    private static void checkTarget(Invalid.Builder invalid, Target target) {
        String language = empty(target.language());
        if (language != null && !LANGUAGES.contains(language)) {
            invalid.field("target[language]", "ERR_INCLUSION", "is not the code of a language");
        }
        String role = empty(target.role());
        if (role != null && Addressees.Staff.named(role).isEmpty()) {
            invalid.field("target[role]", "ERR_INCLUSION", "is not included in the list");
        }
        checkTime(invalid, "target[registered_after]", target.registeredAfter());
        checkTime(invalid, "target[registered_before]", target.registeredBefore());
    }

    private static void checkTime(Invalid.Builder invalid, String field, @Nullable Instant time) {
        if (time != null && (time.isBefore(FIRST) || time.isAfter(LAST))) {
            invalid.field(field, "ERR_INVALID", "is too far away");
        }
    }

    private List<Text> given() {
        return texts == null
                ? List.of()
                : texts.stream().filter(Objects::nonNull).toList();
    }

    private static @Nullable String empty(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
