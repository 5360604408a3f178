package io.microblog.internal;

import java.util.List;

import io.microblog.event.IdString;

/**
 * Somebody whom mail reaches. The address is asked for at the moment of sending.
 *
 * @param accountId the person
 * @param locale BCP 47 tag of the language of the account
 * @param roles of the person on this server, by their names in tokens
 */
public record MailRecipient(@IdString long accountId, String locale, List<String> roles) {}
