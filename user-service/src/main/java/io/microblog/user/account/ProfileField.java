package io.microblog.user.account;

import java.time.Instant;

import io.microblog.event.AccountState;
import org.jspecify.annotations.Nullable;

/**
 * A label and value pair of a profile.
 *
 * @param name the label
 * @param value as the person typed it
 * @param html the value rendered
 * @param verifiedAt when the page behind the value was seen to link back, null when it was not
 */
record ProfileField(
        String name, String value, String html, @Nullable Instant verifiedAt) {

    ProfileField verified(Instant at) {
        return new ProfileField(name, value, html, at);
    }

    AccountState.Field toState() {
        return new AccountState.Field(name, html, verifiedAt);
    }
}
