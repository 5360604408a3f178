package io.microblog.notification.stream;

/** Why the server ends a connection. */
enum Ending {
    /** The token, the session or the account behind it is no longer good. */
    REVOKED(1008, "The access token was revoked"),
    /** The client reads more slowly than there is news. */
    TOO_SLOW(1008, "The client reads too slowly"),
    /** The client sends too much. */
    TOO_MANY_MESSAGES(1008, "Too many messages"),
    /** What happened meanwhile could not be sent: the client reads it, and comes back. */
    MISSED(1013, "Events were missed, try again"),
    /** This instance stops. */
    GOING_AWAY(1001, "The server is going away");

    private final int code;
    private final String reason;

    Ending(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    /** The status of RFC 6455, 7.4.1. */
    int code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
