package io.microblog.user.role;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What is wished of a role; null leaves it as it is.
 *
 * @param permissions the flags of the API's {@code Role}
 */
record RoleUpdate(
        @Nullable String name,
        @Nullable String color,
        @Nullable Long permissions,
        @Nullable Integer position,
        @Nullable Boolean highlighted) {

    StaffRole applyTo(StaffRole role) {
        return new StaffRole(
                role.id(),
                Objects.requireNonNullElse(name, role.name()).strip(),
                Objects.requireNonNullElse(color, role.color()),
                Objects.requireNonNullElse(permissions, role.permissions()),
                Objects.requireNonNullElse(position, role.position()),
                Objects.requireNonNullElse(highlighted, role.highlighted()),
                role.createdAt(),
                role.updatedAt());
    }
}
