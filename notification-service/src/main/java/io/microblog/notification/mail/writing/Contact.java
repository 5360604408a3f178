package io.microblog.notification.mail.writing;

/**
 * How to reach a person, as user-service says at this moment.
 *
 * @param locale BCP 47 tag
 */
record Contact(String accountId, String username, String displayName, String email, String locale, boolean confirmed) {

    /** How to greet the person. */
    String name() {
        return displayName.isBlank() ? "@" + username : displayName.strip();
    }
}
