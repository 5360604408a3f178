package io.microblog.notification.announcement;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.security.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Whom an announcement is for: those of whom all that is not null holds.
 *
 * @param language ISO 639 code of the language of their account
 * @param staff what their role is
 * @param registeredAfter their accounts were opened at this time or later
 * @param registeredBefore their accounts were opened before this time
 */
public record Addressees(
        @Nullable String language,
        @Nullable Staff staff,
        @Nullable Instant registeredAfter,
        @Nullable Instant registeredBefore) {

    /** Those with a role, each kind with those that may do more. Roles may be made anew, so what they allow tells. */
    public enum Staff {
        /** Who handles reports. */
        MODERATOR(Permission.MANAGE_REPORTS),
        /** Who decides how the server is run. */
        ADMIN(Permission.MANAGE_SETTINGS),
        /** Who may do everything. */
        OWNER(Permission.ADMINISTRATOR);

        private final Permission least;

        Staff(Permission least) {
            this.least = least;
        }

        /** The one of that name; empty when there is none. */
        static Optional<Staff> named(@Nullable String name) {
            return Arrays.stream(values())
                    .filter(staff -> staff.shown().equals(name))
                    .findFirst();
        }

        /** Its name in the API. */
        String shown() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Everybody. */
    public static final Addressees ALL = new Addressees(null, null, null, null);

    /**
     * Somebody who may be among them.
     *
     * @param accountId tells when the account was opened, too
     * @param language ISO 639 code of the language of the account
     * @param permissions what the role of the person allows
     */
    public record Person(long accountId, String language, long permissions) {}

    /** Whether the person is one of them. */
    public boolean include(Person person) {
        return (language == null || language.equals(person.language()))
                && (staff == null || staff.least.isIn(person.permissions()))
                && (registeredAfter == null || person.accountId() >= IdGenerator.firstOf(registeredAfter))
                && (registeredBefore == null || person.accountId() < IdGenerator.firstOf(registeredBefore));
    }
}
