package io.microblog.translation.provider;

/** The provider is well and does not take this text. */
class TextRefused extends TranslatorFailure {

    TextRefused(String message) {
        super(Outcome.REFUSED, message, null);
    }
}
