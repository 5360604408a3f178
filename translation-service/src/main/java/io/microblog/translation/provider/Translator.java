package io.microblog.translation.provider;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A translation service on the network. */
interface Translator {

    /** How readers are told who translated. */
    String name();

    /**
     * Translates pieces of HTML in one call.
     *
     * @param from the provider's code of their language, null to have it detected
     * @param to the provider's code of the language wanted
     * @return as many pieces, in the same order
     * @throws TranslatorFailure when no usable answer came
     */
    Translated translate(List<String> html, @Nullable String from, String to);

    /**
     * The provider's language codes, each with those it translates into.
     *
     * @throws TranslatorFailure when no usable answer came
     */
    Map<String, List<String>> languages();
}
