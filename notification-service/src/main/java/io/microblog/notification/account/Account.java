package io.microblog.notification.account;

/**
 * What mails say about a person.
 *
 * @param displayName empty when none was chosen
 * @param suspended whether moderation closed the account; nothing of it is shown then
 */
public record Account(long id, String username, String displayName, boolean suspended) {

    /** How to name the person in a sentence: {@code Alice A. (@alice)}. */
    public String name() {
        String handle = "@" + username;
        return displayName.isBlank() ? handle : displayName.strip() + " (" + handle + ")";
    }
}
