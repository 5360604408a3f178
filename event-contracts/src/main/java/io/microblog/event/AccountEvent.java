package io.microblog.event;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** Changes of accounts, written by user-service. An account appears here once its e-mail address is confirmed. */
@EventTopic(value = AccountEvent.TOPIC, kind = EventTopic.Kind.STATE)
public sealed interface AccountEvent extends Event {

    /** Keyed by account id. */
    String TOPIC = "user.account.v1";

    /** The whole state after the change. */
    AccountState account();

    @Override
    default String key() {
        return Long.toString(account().id());
    }

    /** A new account became usable. */
    @JsonTypeName("UserRegistered")
    record UserRegistered(AccountState account) implements AccountEvent {}

    /** The profile or the posting defaults changed. */
    @JsonTypeName("UserProfileUpdated")
    record UserProfileUpdated(AccountState account) implements AccountEvent {}

    /** Moderation closed the account: nothing of it is shown, and its credentials are void. */
    @JsonTypeName("UserSuspended")
    record UserSuspended(AccountState account) implements AccountEvent {}

    /** Moderation opened the account again. */
    @JsonTypeName("UserReinstated")
    record UserReinstated(AccountState account) implements AccountEvent {}

    /** Moderation restricted the account, or lifted a restriction. */
    @JsonTypeName("UserRestricted")
    record UserRestricted(AccountState account) implements AccountEvent {}

    /**
     * Moderation deleted all that the account held. It stays closed for ever, without anything but its name; nothing is
     * said of it afterwards.
     */
    @JsonTypeName("UserErased")
    record UserErased(AccountState account) implements AccountEvent {}
}
