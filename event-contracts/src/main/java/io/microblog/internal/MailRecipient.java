package io.microblog.internal;

import io.microblog.event.IdString;

/**
 * Somebody whom mail reaches. The address is asked for at the moment of sending.
 *
 * @param accountId the person
 * @param locale BCP 47 tag of the language of the account
 * @param permissions what the role of the person allows on this server, as in tokens
 */
public record MailRecipient(@IdString long accountId, String locale, long permissions) {}
