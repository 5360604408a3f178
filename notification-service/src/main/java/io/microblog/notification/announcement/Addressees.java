package io.microblog.notification.announcement;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.microblog.kit.id.IdGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Whom an announcement is for: those of whom all that is not null holds.
 *
 * @param language ISO 639 code of the language of their account
 * @param role the least role that they have, one of {@link #ROLES}
 * @param registeredAfter their accounts were opened at this time or later
 * @param registeredBefore their accounts were opened before this time
 */
public record Addressees(
        @Nullable String language,
        @Nullable String role,
        @Nullable Instant registeredAfter,
        @Nullable Instant registeredBefore) {

    /** The roles of the server, each including those before it. */
    public static final List<String> ROLES = List.of("moderator", "admin", "owner");

    /** Everybody. */
    public static final Addressees ALL = new Addressees(null, null, null, null);

    /**
     * Somebody who may be among them.
     *
     * @param accountId tells when the account was opened, too
     * @param language ISO 639 code of the language of the account
     * @param roles by their names in tokens
     */
    public record Person(long accountId, String language, Set<String> roles) {}

    /** Whether the person is one of them. */
    public boolean include(Person person) {
        return (language == null || language.equals(person.language()))
                && (role == null || hasRole(person.roles()))
                && (registeredAfter == null || person.accountId() >= IdGenerator.firstOf(registeredAfter))
                && (registeredBefore == null || person.accountId() < IdGenerator.firstOf(registeredBefore));
    }

    private boolean hasRole(Set<String> roles) {
        return ROLES.subList(ROLES.indexOf(role), ROLES.size()).stream().anyMatch(roles::contains);
    }
}
