package io.microblog.translation.provider;

import java.time.Duration;

import io.microblog.kit.problem.Unavailable;

/** The operator has not named a provider. */
public class TranslationNotConfigured extends Unavailable {

    /** Worth another try when somebody has configured one. */
    public TranslationNotConfigured() {
        super("Translation is not configured", Duration.ofHours(1));
    }
}
