package io.microblog.notification.inbox;

import java.util.List;

import io.microblog.kit.openapi.SchemaName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The API's GroupedNotificationsResults entity: groups beside the accounts and posts that they name, each once.
 *
 * @param partialAccounts the accounts of which only the picture is shown, null where all are whole
 */
@SchemaName("GroupedNotificationsResults")
record GroupsResponse(
        List<@SchemaName("Account") JsonNode> accounts,
        @Nullable List<PartialAccount> partialAccounts,
        List<@SchemaName("Status") JsonNode> statuses,
        List<GroupResponse> notificationGroups) {

    /** The API's PartialAccountWithAvatar entity. */
    @SchemaName("PartialAccountWithAvatar")
    record PartialAccount(
            String id, String acct, boolean locked, boolean bot, String url, String avatar, String avatarStatic) {

        static PartialAccount of(JsonNode account) {
            return new PartialAccount(
                    account.path("id").asString(""),
                    account.path("acct").asString(""),
                    account.path("locked").asBoolean(false),
                    account.path("bot").asBoolean(false),
                    account.path("url").asString(""),
                    account.path("avatar").asString(""),
                    account.path("avatar_static").asString(""));
        }
    }
}
