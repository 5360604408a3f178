package io.microblog.notification.inbox;

import java.time.Instant;
import java.util.List;

import io.microblog.kit.openapi.SchemaName;
import io.microblog.notification.notice.Warning;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The API's AccountWarning entity.
 *
 * @param statusIds the posts that were deleted by it
 * @param targetAccount whose account it is about: the reader's own
 * @param appeal null until an appeal is decided: the strike of the same id tells the rest
 */
@SchemaName("AccountWarning")
record WarningResponse(
        String id,
        String action,
        String text,
        List<String> statusIds,
        @SchemaName("Account") JsonNode targetAccount,
        @Nullable AppealResponse appeal,
        Instant createdAt) {

    /** The API's Appeal entity. */
    @SchemaName("Appeal")
    record AppealResponse(String text, String state) {}

    static WarningResponse of(Warning warning, JsonNode account) {
        return new WarningResponse(
                Long.toString(warning.id()),
                warning.action(),
                warning.text(),
                warning.postIds().stream().map(String::valueOf).toList(),
                account,
                appeal(warning),
                warning.at());
    }

    private static @Nullable AppealResponse appeal(Warning warning) {
        return warning.appeal() == null || warning.appealState() == null
                ? null
                : new AppealResponse(warning.appeal(), warning.appealState());
    }
}
