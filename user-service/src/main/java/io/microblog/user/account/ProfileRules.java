package io.microblog.user.account;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.microblog.event.QuotePolicy;
import io.microblog.event.Visibility;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.text.Label;
import io.microblog.kit.text.Note;
import io.microblog.kit.text.ParsedText;
import io.microblog.kit.text.SourceText;
import io.microblog.user.account.ProfileUpdate.Field;
import io.microblog.user.account.ProfileUpdate.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a profile may hold. Turns a wish into settings, or says which of its fields cannot be. */
@Component
class ProfileRules {

    static final int DISPLAY_NAME_LENGTH = 30;
    static final int NOTE_LENGTH = 500;
    static final int FIELDS = 4;
    static final int FIELD_LENGTH = 255;

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Source NOTHING = new Source(null, null, null, null);

    private final Note notes;
    private final AccountRepository accounts;

    ProfileRules(Note notes, AccountRepository accounts) {
        this.notes = notes;
        this.accounts = accounts;
    }

    /**
     * The settings after the wished changes.
     *
     * @throws Invalid naming each field that cannot be as wished
     */
    ProfileSettings apply(ProfileUpdate wish, ProfileSettings now) {
        var problems = Invalid.builder();
        String displayName = displayName(wish.displayName(), now, problems);
        String note = wish.note() == null ? now.note() : note(wish.note());
        List<ProfileField> fields = fields(wish.fieldsAttributes(), now, problems);
        Source source = Objects.requireNonNullElse(wish.source(), NOTHING);
        Visibility visibility = visibility(source.privacy(), now, problems);
        String language = language(source.language(), now, problems);
        QuotePolicy quotePolicy = quotePolicy(source.quotePolicy(), now, problems);
        boolean noteFits =
                note.length() <= NOTE_LENGTH * 20 && notes.biography(note).length() <= NOTE_LENGTH;
        if (!noteFits) {
            problems.field("note", "ERR_TOO_LONG", "is too long (maximum is " + NOTE_LENGTH + " characters)");
        }
        List<String> domains = wish.attributionDomains() == null
                ? now.attributionDomains()
                : AttributionDomains.read(wish.attributionDomains(), problems);
        problems.throwIfAny();
        return new ProfileSettings(
                displayName,
                note,
                note.equals(now.note()) ? now.noteHtml() : render(notes.biography(note)),
                fields,
                now.avatar(),
                now.header(),
                or(wish.locked(), now.locked()),
                or(wish.bot(), now.bot()),
                or(wish.discoverable(), now.discoverable()),
                or(wish.indexable(), now.indexable()),
                or(wish.hideCollections(), now.hideCollections()),
                domains,
                visibility,
                or(source.sensitive(), now.sensitive()),
                language,
                quotePolicy);
    }

    private static String displayName(@Nullable String wish, ProfileSettings now, Invalid.Builder problems) {
        if (wish == null) {
            return now.displayName();
        }
        String name = Label.clean(wish);
        if (!Label.fits(name, DISPLAY_NAME_LENGTH)) {
            problems.field(
                    "display_name", "ERR_TOO_LONG", "is too long (maximum is " + DISPLAY_NAME_LENGTH + " characters)");
        }
        return name;
    }

    private List<ProfileField> fields(@Nullable List<Field> wish, ProfileSettings now, Invalid.Builder problems) {
        if (wish == null) {
            return now.fields();
        }
        List<ProfileField> fields = wish.stream()
                .map(field -> new ProfileField(line(field.name()), line(field.value()), "", null))
                .filter(field -> !field.name().isEmpty() || !field.value().isEmpty())
                .toList();
        if (fields.size() > FIELDS) {
            problems.field("fields_attributes", "ERR_TOO_MANY", "has more than " + FIELDS + " entries");
        }
        if (fields.stream().anyMatch(ProfileRules::isTooLong)) {
            problems.field("fields_attributes", "ERR_TOO_LONG", "has an entry that is too long");
        }
        return problems.isEmpty()
                ? fields.stream()
                        .map(field -> new ProfileField(
                                field.name(),
                                field.value(),
                                render(notes.field(field.value())),
                                verification(field.value(), now)))
                        .toList()
                : fields;
    }

    /** What was verified stays so while it stays as it is. */
    private static @Nullable Instant verification(String value, ProfileSettings now) {
        return now.fields().stream()
                .filter(field -> field.value().equals(value))
                .findFirst()
                .map(ProfileField::verifiedAt)
                .orElse(null);
    }

    private static boolean isTooLong(ProfileField field) {
        return !Label.fits(field.name(), FIELD_LENGTH) || !Label.fits(field.value(), FIELD_LENGTH);
    }

    private static String note(String wish) {
        return Label.clean(wish).isEmpty() ? "" : SourceText.clean(wish);
    }

    private static String line(@Nullable String text) {
        return text == null ? "" : Label.clean(text);
    }

    private static Visibility visibility(@Nullable String wish, ProfileSettings now, Invalid.Builder problems) {
        if (wish == null || wish.isEmpty()) {
            return now.visibility();
        }
        Optional<Visibility> known = Arrays.stream(Visibility.values())
                .filter(visibility -> visibility.wireName().equals(wish))
                .findFirst();
        if (known.isEmpty()) {
            problems.field("source[privacy]", "ERR_INCLUSION", "is not included in the list");
        }
        return known.orElse(now.visibility());
    }

    private static QuotePolicy quotePolicy(@Nullable String wish, ProfileSettings now, Invalid.Builder problems) {
        if (wish == null || wish.isEmpty()) {
            return now.quotePolicy();
        }
        Optional<QuotePolicy> known = Arrays.stream(QuotePolicy.values())
                .filter(policy -> policy.wireName().equals(wish))
                .findFirst();
        if (known.isEmpty()) {
            problems.field("source[quote_policy]", "ERR_INCLUSION", "is not included in the list");
        }
        return known.orElse(now.quotePolicy());
    }

    private static @Nullable String language(@Nullable String wish, ProfileSettings now, Invalid.Builder problems) {
        if (wish == null) {
            return now.language();
        }
        if (wish.isEmpty()) {
            return null;
        }
        String language = Locale.forLanguageTag(wish).getLanguage();
        if (!LANGUAGES.contains(language)) {
            problems.field("source[language]", "ERR_INVALID", "is not a language");
        }
        return language;
    }

    /** The people that it names become links if they exist. */
    private String render(ParsedText text) {
        Map<String, String> known = text.usernames().isEmpty()
                ? Map.of()
                : accounts.findByUsernames(text.usernames()).stream()
                        .map(account -> account.toState().username())
                        .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name));
        return text.render(known::get).html();
    }

    private static boolean or(@Nullable Boolean wish, boolean now) {
        return wish == null ? now : wish;
    }
}
