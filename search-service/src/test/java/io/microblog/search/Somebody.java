package io.microblog.search;

import java.time.Instant;
import java.util.List;

import io.microblog.event.AccountEvent;
import io.microblog.event.AccountEvent.UserErased;
import io.microblog.event.AccountEvent.UserProfileUpdated;
import io.microblog.event.AccountEvent.UserRegistered;
import io.microblog.event.AccountEvent.UserRestricted;
import io.microblog.event.AccountState;
import io.microblog.event.Visibility;

/** A person in tests, as of one version. */
public record Somebody(
        long id,
        long version,
        String username,
        String displayName,
        boolean indexable,
        boolean suspended,
        boolean limited) {

    public static Somebody named(String username) {
        return new Somebody(Ids.next(), 1, username, "", true, false, false);
    }

    public Somebody shownAs(String name) {
        return new Somebody(id, version, username, name, indexable, suspended, limited);
    }

    public Somebody renamed(String name) {
        return new Somebody(id, version + 1, username, name, indexable, suspended, limited);
    }

    public Somebody notIndexable() {
        return new Somebody(id, version + 1, username, displayName, false, suspended, limited);
    }

    public Somebody suspended(boolean now) {
        return new Somebody(id, version + 1, username, displayName, indexable, now, limited);
    }

    public Somebody limited(boolean now) {
        return new Somebody(id, version + 1, username, displayName, indexable, suspended, now);
    }

    public AccountEvent registered() {
        return new UserRegistered(state());
    }

    public AccountEvent restricted() {
        return new UserRestricted(state());
    }

    public AccountEvent erased() {
        return new UserErased(state());
    }

    public AccountEvent changed() {
        return new UserProfileUpdated(state());
    }

    private AccountState state() {
        return new AccountState(
                id,
                version,
                username,
                displayName,
                "",
                null,
                null,
                false,
                false,
                true,
                indexable,
                suspended,
                List.of(),
                new AccountState.PostingDefaults(Visibility.PUBLIC, false, null),
                Instant.parse("2026-01-01T00:00:00Z"),
                null,
                limited ? new AccountState.Restrictions(true, false) : null);
    }
}
