package io.microblog.kit.problem;

import org.springframework.http.HttpStatus;

/** 404: it does not exist, or not for the person who asks; the two must look alike. */
public class NotFound extends Problem {

    /** With the usual message. */
    public NotFound() {
        this("Record not found");
    }

    /** With a message of its own. */
    public NotFound(String error) {
        super(HttpStatus.NOT_FOUND, error);
    }

    /** With a message of its own, and a {@linkplain Problem#code code} where programs must know what is not there. */
    public NotFound(String error, String code) {
        super(HttpStatus.NOT_FOUND, error, code, null);
    }
}
