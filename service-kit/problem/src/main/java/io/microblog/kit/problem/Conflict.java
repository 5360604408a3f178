package io.microblog.kit.problem;

import org.springframework.http.HttpStatus;

/** 409: it clashes with what is there now. */
public class Conflict extends Problem {

    /** With a message for the person. */
    public Conflict(String error) {
        super(HttpStatus.CONFLICT, error);
    }
}
