package io.microblog.user.account;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.microblog.event.AccountState;
import io.microblog.event.AccountState.PostingDefaults;
import io.microblog.event.AccountState.Restrictions;
import io.microblog.event.QuotePolicy;
import io.microblog.event.Visibility;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An account as others see it, with the defaults of its posts. */
@Entity
class Account {

    @Id
    private long id;

    private long version;
    private String username = "";
    private String displayName = "";
    private String note = "";
    private String noteHtml = "";

    @Convert(converter = ProfileFieldsConverter.class)
    @ColumnTransformer(write = "?::jsonb")
    private List<ProfileField> fields = List.of();

    private @Nullable String avatar;
    private @Nullable String header;
    private boolean locked;
    private boolean bot;
    private boolean discoverable = true;
    private boolean indexable = true;
    private boolean hideCollections;
    private boolean suspended;
    private boolean disabled;
    private boolean limited;
    private boolean sensitized;
    private @Nullable Instant erasedAt;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> attributionDomains = List.of();

    private @Nullable Long roleId;

    @Enumerated(EnumType.STRING)
    private Visibility visibility = Visibility.PUBLIC;

    private boolean sensitive;
    private @Nullable String language;

    @Enumerated(EnumType.STRING)
    private QuotePolicy quotePolicy = QuotePolicy.PUBLIC;

    private Instant createdAt = Instant.EPOCH;

    /** For JPA. */
    protected Account() {}

    Account(long id, String username, Instant createdAt) {
        this.id = id;
        this.version = 1;
        this.username = username;
        this.createdAt = createdAt;
    }

    /**
     * Takes over the valid settings.
     *
     * @return whether anything is different now; the version has grown then
     */
    boolean change(ProfileSettings wanted) {
        if (wanted.equals(settings())) {
            return false;
        }
        displayName = wanted.displayName();
        note = wanted.note();
        noteHtml = wanted.noteHtml();
        fields = wanted.fields();
        avatar = wanted.avatar();
        header = wanted.header();
        locked = wanted.locked();
        bot = wanted.bot();
        discoverable = wanted.discoverable();
        indexable = wanted.indexable();
        hideCollections = wanted.hideCollections();
        attributionDomains = wanted.attributionDomains();
        visibility = wanted.visibility();
        sensitive = wanted.sensitive();
        language = wanted.language();
        quotePolicy = wanted.quotePolicy();
        version++;
        return true;
    }

    /**
     * Marks the fields with these values, as typed, as verified.
     *
     * @return whether that is new
     */
    boolean verify(Set<String> values, Instant at) {
        List<ProfileField> marked = fields.stream()
                .map(field -> field.verifiedAt() == null && values.contains(field.value()) ? field.verified(at) : field)
                .toList();
        boolean changed = !marked.equals(fields);
        if (changed) {
            fields = marked;
            version++;
        }
        return changed;
    }

    ProfileSettings settings() {
        return new ProfileSettings(
                displayName,
                note,
                noteHtml,
                fields,
                avatar,
                header,
                locked,
                bot,
                discoverable,
                indexable,
                hideCollections,
                List.copyOf(attributionDomains),
                visibility,
                sensitive,
                language,
                quotePolicy);
    }

    /** Gives the person another role, or none. Others do not hear of it: the next token says so. */
    void appoint(@Nullable Long other) {
        roleId = other;
    }

    /**
     * Closes or opens the account.
     *
     * @return whether that is new
     */
    boolean suspend(boolean closed) {
        if (suspended == closed) {
            return false;
        }
        suspended = closed;
        version++;
        return true;
    }

    /**
     * Keeps the account from those who do not follow it, or lets it before everybody again.
     *
     * @return whether that is new
     */
    boolean limit(boolean kept) {
        if (limited == kept) {
            return false;
        }
        limited = kept;
        version++;
        return true;
    }

    /**
     * Has all that the account posts count as sensitive, or only what its owner calls so.
     *
     * @return whether that is new
     */
    boolean sensitize(boolean all) {
        if (sensitized == all) {
            return false;
        }
        sensitized = all;
        version++;
        return true;
    }

    /** Takes away all that its owner wrote or chose, and the role. The name stays, and nothing changes it any more. */
    void erase(Instant at) {
        if (!change(ProfileSettings.BLANK)) {
            version++;
        }
        roleId = null;
        erasedAt = at;
    }

    boolean isErased() {
        return erasedAt != null;
    }

    /** Whether moderation closed it for everybody. */
    boolean isSuspended() {
        return suspended;
    }

    long id() {
        return id;
    }

    @Nullable
    Long roleId() {
        return roleId;
    }

    /** Whether its owner cannot use it. */
    boolean isClosed() {
        return suspended || disabled;
    }

    /** Closes or opens the account to its owner alone. Others do not hear of it. */
    void disable(boolean closed) {
        disabled = closed;
    }

    /** What events and the public API say of it. */
    AccountState toState() {
        return new AccountState(
                id,
                version,
                username,
                displayName,
                noteHtml,
                avatar == null ? null : "/avatars/" + avatar,
                header == null ? null : "/headers/" + header,
                locked,
                bot,
                discoverable,
                indexable,
                suspended,
                fields.stream().map(ProfileField::toState).toList(),
                new PostingDefaults(visibility, sensitive, language, quotePolicy),
                createdAt,
                attributionDomains.isEmpty() ? null : List.copyOf(attributionDomains),
                limited || sensitized ? new Restrictions(limited, sensitized) : null);
    }
}
