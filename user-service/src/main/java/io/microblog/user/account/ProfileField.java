package io.microblog.user.account;

import io.microblog.event.AccountState;

/**
 * A label and value pair of a profile.
 *
 * @param name the label
 * @param value as the person typed it
 * @param html the value rendered
 */
record ProfileField(String name, String value, String html) {

    AccountState.Field toState() {
        return new AccountState.Field(name, html, null);
    }
}
