package io.microblog.user.signup;

import io.microblog.kit.problem.NotAllowed;

/** 403: nobody signs up from the network that somebody comes from. */
class NetworkBlocked extends NotAllowed {

    NetworkBlocked() {
        super("Nobody can sign up from your network");
    }
}
