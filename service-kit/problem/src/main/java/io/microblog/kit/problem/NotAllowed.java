package io.microblog.kit.problem;

import org.springframework.http.HttpStatus;

/** 403: known who asks, and they may not. */
public class NotAllowed extends Problem {

    /** With the usual message. */
    public NotAllowed() {
        this("This action is not allowed");
    }

    /** With a message of its own. */
    public NotAllowed(String error) {
        super(HttpStatus.FORBIDDEN, error);
    }
}
