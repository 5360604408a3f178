package io.microblog.user.role;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The API's {@code Role}; position and dates are for administrators alone. */
public record RoleResponse(
        String id,
        String name,
        String color,
        String permissions,
        boolean highlighted,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer position,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant updatedAt) {

    /** As its holder sees it. */
    public static RoleResponse from(StaffRole role) {
        return new RoleResponse(
                String.valueOf(role.id()),
                role.name(),
                role.color(),
                String.valueOf(role.permissions()),
                role.highlighted(),
                null,
                null,
                null);
    }

    /** As administrators see it. */
    public static RoleResponse forStaff(StaffRole role) {
        return new RoleResponse(
                String.valueOf(role.id()),
                role.name(),
                role.color(),
                String.valueOf(role.permissions()),
                role.highlighted(),
                role.position(),
                role.createdAt(),
                role.updatedAt());
    }
}
