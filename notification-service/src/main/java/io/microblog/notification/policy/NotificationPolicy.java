package io.microblog.notification.policy;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a person does with notifications of people whom they do not know.
 *
 * @param notFollowing of those whom they do not follow
 * @param notFollowers of those who do not follow them
 * @param newAccounts of those who signed up in the last 30 days
 * @param privateMentions of those who write to them in private, not in answer to them
 * @param limitedAccounts of those whom moderation has limited and whom they do not follow
 */
record NotificationPolicy(
        PolicyAction notFollowing,
        PolicyAction notFollowers,
        PolicyAction newAccounts,
        PolicyAction privateMentions,
        PolicyAction limitedAccounts) {

    /** Before a person says anything, they hear of everybody but limited people. */
    static final NotificationPolicy OPEN = new NotificationPolicy(
            PolicyAction.ACCEPT, PolicyAction.ACCEPT, PolicyAction.ACCEPT, PolicyAction.ACCEPT, PolicyAction.FILTER);

    /**
     * A wish to change it, as API version 2 has it. What is left out stays.
     */
    record Change(
            @Nullable PolicyAction forNotFollowing,
            @Nullable PolicyAction forNotFollowers,
            @Nullable PolicyAction forNewAccounts,
            @Nullable PolicyAction forPrivateMentions,
            @Nullable PolicyAction forLimitedAccounts) {

        NotificationPolicy over(NotificationPolicy before) {
            return new NotificationPolicy(
                    Objects.requireNonNullElse(forNotFollowing, before.notFollowing),
                    Objects.requireNonNullElse(forNotFollowers, before.notFollowers),
                    Objects.requireNonNullElse(forNewAccounts, before.newAccounts),
                    Objects.requireNonNullElse(forPrivateMentions, before.privateMentions),
                    Objects.requireNonNullElse(forLimitedAccounts, before.limitedAccounts));
        }
    }

    /** A wish to change it, as API version 1 has it: what is not to be filtered is accepted. */
    record Switches(
            @Nullable Boolean filterNotFollowing,
            @Nullable Boolean filterNotFollowers,
            @Nullable Boolean filterNewAccounts,
            @Nullable Boolean filterPrivateMentions) {

        Change change() {
            return new Change(
                    action(filterNotFollowing),
                    action(filterNotFollowers),
                    action(filterNewAccounts),
                    action(filterPrivateMentions),
                    null);
        }

        private static @Nullable PolicyAction action(@Nullable Boolean filter) {
            if (filter == null) {
                return null;
            }
            return filter ? PolicyAction.FILTER : PolicyAction.ACCEPT;
        }
    }
}
