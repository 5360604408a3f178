package io.microblog.translation.provider;

import java.time.Duration;

import io.microblog.kit.problem.Unavailable;

/** The provider did not translate, however often it was asked. */
public class ProviderUnavailable extends Unavailable {

    private final boolean charged;

    ProviderUnavailable(Duration retryAfter, boolean charged) {
        super("Translation is temporarily unavailable", retryAfter);
        this.charged = charged;
    }

    /** Whether the provider may charge for it all the same: it may have done its work before the answer was lost. */
    public boolean isCharged() {
        return charged;
    }
}
