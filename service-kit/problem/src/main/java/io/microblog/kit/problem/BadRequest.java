package io.microblog.kit.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** 400: the request cannot be understood. */
public class BadRequest extends Problem {

    /** With a message for the client's developer. */
    public BadRequest(String error) {
        this(error, null);
    }

    /** With the internal cause as well. */
    public BadRequest(String error, @Nullable Throwable cause) {
        super(HttpStatus.BAD_REQUEST, error, cause);
    }
}
