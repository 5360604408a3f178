package io.microblog.notification.policy;

import io.microblog.kit.openapi.SchemaName;

/** The API's V1::NotificationPolicy entity: whatever is not accepted counts as filtered. */
@SchemaName("V1NotificationPolicy")
record PolicySwitchesResponse(
        boolean filterNotFollowing,
        boolean filterNotFollowers,
        boolean filterNewAccounts,
        boolean filterPrivateMentions,
        PolicySummary summary) {

    static PolicySwitchesResponse of(NotificationPolicy policy, PolicySummary summary) {
        return new PolicySwitchesResponse(
                isFiltered(policy.notFollowing()),
                isFiltered(policy.notFollowers()),
                isFiltered(policy.newAccounts()),
                isFiltered(policy.privateMentions()),
                summary);
    }

    private static boolean isFiltered(PolicyAction action) {
        return action != PolicyAction.ACCEPT;
    }
}
