package io.microblog.kit.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** 401: no credentials, or none that are valid. */
public class Unauthorized extends Problem {

    /** With the usual message. */
    public Unauthorized() {
        this("The access token is invalid");
    }

    /** With a message of its own. */
    public Unauthorized(String error) {
        super(HttpStatus.UNAUTHORIZED, error);
    }

    /** The challenge that RFC 9110 demands of every 401. */
    @Override
    public HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Microblog\"");
        return headers;
    }
}
