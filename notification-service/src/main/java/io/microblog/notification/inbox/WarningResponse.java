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
 * @param statusIds always empty: what is decided here is decided about accounts
 * @param targetAccount whose account it is about: the reader's own
 * @param appeal always null: nobody appeals through this server yet
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
                Long.toString(warning.id()), warning.action(), warning.text(), List.of(), account, null, warning.at());
    }
}
