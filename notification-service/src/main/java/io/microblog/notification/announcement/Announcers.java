package io.microblog.notification.announcement;

import io.microblog.kit.problem.NotAllowed;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;

/** Who may announce: people with a role that includes it. */
public final class Announcers {

    private Announcers() {}

    /**
     * The person, who may announce.
     *
     * @throws NotAllowed when they may not
     */
    public static long require(Caller caller) {
        if (!caller.may(Permission.MANAGE_ANNOUNCEMENTS)) {
            throw new NotAllowed("This action is not allowed");
        }
        return caller.requireAccount();
    }
}
