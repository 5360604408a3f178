package io.microblog.user.replica;

import io.microblog.kit.problem.Unavailable;

/** 503: the change is saved, but somebody who decides by it could not be told yet. */
class NotInForce extends Unavailable {

    NotInForce(Throwable cause) {
        super("This is saved, but not in force everywhere yet. Please try again.", cause);
    }
}
