package io.microblog.notification.policy;

import io.microblog.kit.openapi.SchemaName;

/** The API's NotificationPolicy entity. */
@SchemaName("NotificationPolicy")
record PolicyResponse(
        PolicyAction forNotFollowing,
        PolicyAction forNotFollowers,
        PolicyAction forNewAccounts,
        PolicyAction forPrivateMentions,
        PolicyAction forLimitedAccounts,
        PolicySummary summary) {

    static PolicyResponse of(NotificationPolicy policy, PolicySummary summary) {
        return new PolicyResponse(
                policy.notFollowing(),
                policy.notFollowers(),
                policy.newAccounts(),
                policy.privateMentions(),
                policy.limitedAccounts(),
                summary);
    }
}
