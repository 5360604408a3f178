package io.microblog.event;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** How people may be reached, written by user-service for notification-service alone. Never holds an address. */
@EventTopic(value = ContactEvent.TOPIC, kind = EventTopic.Kind.STATE)
public sealed interface ContactEvent extends Event {

    /** Keyed by account id. */
    String TOPIC = "user.contact.v1";

    /** The person. */
    long accountId();

    @Override
    default String key() {
        return Long.toString(accountId());
    }

    /**
     * The contact's state changed.
     *
     * @param accountId the person
     * @param version grows with each change
     * @param locale BCP 47 tag of the language for mails
     * @param timeZone IANA name
     * @param confirmed whether the address belongs to the person; nothing but the confirmation is sent before
     */
    @JsonTypeName("ContactChanged")
    record ContactChanged(@IdString long accountId, long version, String locale, String timeZone, boolean confirmed)
            implements ContactEvent {}
}
