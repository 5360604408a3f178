package io.microblog.user.instance;

/** What runs here. */
public final class Software {

    /** Of all services together. */
    public static final String VERSION = "0.1.0";

    private Software() {}
}
