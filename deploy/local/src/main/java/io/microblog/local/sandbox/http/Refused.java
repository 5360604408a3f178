package io.microblog.local.sandbox.http;

/** Ends the handling of a call with an error answer. */
public class Refused extends RuntimeException {

    private final transient Reply reply;

    public Refused(Reply reply) {
        super("HTTP " + reply.status(), null, false, false);
        this.reply = reply;
    }

    public Reply reply() {
        return reply;
    }
}
