package io.microblog.notification.account;

import java.util.Locale;

import io.microblog.notification.language.Isolation;

/**
 * What mails say about a person.
 *
 * @param displayName empty when none was chosen
 * @param suspended whether moderation closed the account; nothing of it is shown then
 */
public record KnownAccount(long id, String username, String displayName, boolean suspended) {

    /** How to name the person in a sentence of a language: {@code Alice A. (@alice)}, name and handle isolated. */
    public String name(Locale locale) {
        String handle = Isolation.of("@" + username, locale);
        return displayName.isBlank() ? handle : Isolation.of(displayName.strip(), locale) + " (" + handle + ")";
    }
}
