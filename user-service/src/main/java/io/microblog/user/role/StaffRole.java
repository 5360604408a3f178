package io.microblog.user.role;

import java.time.Instant;

import io.microblog.kit.account.PublicAccount;

/**
 * A role that a person may have.
 *
 * @param color as {@code #rrggbb}, or empty
 * @param permissions the flags of the API's {@code Role}
 * @param position whoever has a higher one acts on those with a lower one, never the other way round
 * @param highlighted whether it is shown beside the name
 */
public record StaffRole(
        long id,
        String name,
        String color,
        long permissions,
        int position,
        boolean highlighted,
        Instant createdAt,
        Instant updatedAt) {

    /** The role of whoever has none. */
    public static final StaffRole NONE = new StaffRole(-99, "", "", 0, -1, false, Instant.EPOCH, Instant.EPOCH);

    /** May do everything, and appoints the others. */
    public static final long OWNER = 3;

    /** Whether somebody of this role may act on somebody of the other. */
    public boolean isAbove(StaffRole other) {
        return position > other.position;
    }

    /** As it is shown beside a name. */
    public PublicAccount.Role badge() {
        return new PublicAccount.Role(String.valueOf(id), name, color);
    }
}
