package io.microblog.local.demo;

/** The demo cannot go on; the message says to the person at the terminal why. */
public final class DemoException extends RuntimeException {
    DemoException(String message) {
        super(message);
    }

    DemoException(String message, Throwable cause) {
        super(message, cause);
    }
}
