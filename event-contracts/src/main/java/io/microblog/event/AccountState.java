package io.microblog.event;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The public state of an account, whole.
 *
 * @param id the account
 * @param version grows with each change and never restarts
 * @param username unique without regard to case
 * @param displayName up to 30 characters; empty when none was chosen
 * @param note the biography as sanitised HTML
 * @param avatar path of the avatar below the base URL, null for the default one
 * @param header path of the header image below the base URL, null for the default one
 * @param locked whether follows need consent
 * @param bot whether the account is automated
 * @param discoverable whether it may be suggested and listed
 * @param indexable whether its public posts may be found by search
 * @param suspended whether moderation closed it; nothing of it is shown then
 * @param fields up to four label and value pairs
 * @param postingDefaults what a post of this account gets when it says nothing itself
 * @param createdAt when the person signed up
 * @param attributionDomains whose pages may name this account as their author, with all domains below them; null in events
 *     from before they were told
 * @param restrictions what moderation keeps the account from; null for nothing, and in events from before that was told
 */
public record AccountState(
        @IdString long id,
        long version,
        String username,
        String displayName,
        String note,
        @Nullable String avatar,
        @Nullable String header,
        boolean locked,
        boolean bot,
        boolean discoverable,
        boolean indexable,
        boolean suspended,
        List<Field> fields,
        PostingDefaults postingDefaults,
        Instant createdAt,
        @Nullable List<String> attributionDomains,
        @Nullable Restrictions restrictions) {

    /** Without domains whose pages may name it, and without restrictions. */
    public AccountState(
            long id,
            long version,
            String username,
            String displayName,
            String note,
            @Nullable String avatar,
            @Nullable String header,
            boolean locked,
            boolean bot,
            boolean discoverable,
            boolean indexable,
            boolean suspended,
            List<Field> fields,
            PostingDefaults postingDefaults,
            Instant createdAt) {
        this(
                id,
                version,
                username,
                displayName,
                note,
                avatar,
                header,
                locked,
                bot,
                discoverable,
                indexable,
                suspended,
                fields,
                postingDefaults,
                createdAt,
                null,
                null);
    }

    /** Whose pages may name this account as their author; empty when nobody said. */
    public List<String> domains() {
        return attributionDomains == null ? List.of() : attributionDomains;
    }

    /** Whether nobody comes across the account who does not follow it. */
    public boolean limited() {
        return restrictions != null && restrictions.limited();
    }

    /** Whether all that the account posts counts as sensitive. */
    public boolean sensitized() {
        return restrictions != null && restrictions.sensitized();
    }

    /**
     * What moderation keeps an account from, short of closing it.
     *
     * @param limited whether nobody comes across it who does not follow it, and it cannot be followed without its consent
     * @param sensitized whether all that it posts counts as sensitive
     */
    public record Restrictions(boolean limited, boolean sensitized) {}

    /**
     * A label and value pair of a profile.
     *
     * @param name the label
     * @param value the value as sanitised HTML
     * @param verifiedAt when the link in the value was seen to link back, null when it was not
     */
    public record Field(String name, String value, @Nullable Instant verifiedAt) {}

    /**
     * What a post gets when it says nothing itself.
     *
     * @param visibility who may see it
     * @param sensitive whether its media start hidden
     * @param language ISO 639 code, null to detect it
     * @param quotePolicy who may quote it; null in events from before that was decided, when everybody may
     */
    public record PostingDefaults(
            Visibility visibility,
            boolean sensitive,
            @Nullable String language,
            @Nullable QuotePolicy quotePolicy) {

        /** Posts that everybody may quote. */
        public PostingDefaults(Visibility visibility, boolean sensitive, @Nullable String language) {
            this(visibility, sensitive, language, QuotePolicy.PUBLIC);
        }
    }
}
