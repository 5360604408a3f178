package io.microblog.internal;

/** What all calls between services have in common. */
public final class InternalCalls {

    /** The most ids in one question. */
    public static final int MAX_IDS = 100;

    /** Whose eyes read; without it, somebody signed out. Believed only together with a service's token. */
    public static final String READER = "Microblog-Reader";

    private InternalCalls() {}
}
