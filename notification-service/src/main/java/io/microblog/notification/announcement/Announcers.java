package io.microblog.notification.announcement;

import java.util.Set;

import io.microblog.kit.problem.NotAllowed;
import io.microblog.kit.security.Caller;

/** Who may announce: people with a role that includes it. */
public final class Announcers {

    private static final Set<String> ROLES = Set.of("admin", "owner");

    private Announcers() {}

    /**
     * The person, who may announce.
     *
     * @throws NotAllowed when they may not
     */
    public static long require(Caller caller) {
        if (caller.roles().stream().noneMatch(ROLES::contains)) {
            throw new NotAllowed("This action is not allowed");
        }
        return caller.requireAccount();
    }
}
