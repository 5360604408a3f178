package io.microblog.internal;

import io.microblog.event.IdString;

/**
 * How to reach a person, as user-service says at this moment.
 *
 * @param accountId the person
 * @param username as the person writes it
 * @param displayName may be empty
 * @param email the address, confirmed or not
 * @param locale BCP 47 tag
 * @param timeZone IANA name
 * @param confirmed whether the person has proved to read what is sent there
 */
public record Contact(
        @IdString long accountId,
        String username,
        String displayName,
        String email,
        String locale,
        String timeZone,
        boolean confirmed) {}
