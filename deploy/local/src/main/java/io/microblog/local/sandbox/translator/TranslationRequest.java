package io.microblog.local.sandbox.translator;

import java.util.List;
import java.util.Optional;

import io.microblog.local.sandbox.http.Call;
import org.jspecify.annotations.Nullable;

/**
 * What is to be translated, checked.
 *
 * @param source the service's code, or null when it is to be detected
 * @param targets the service's codes
 */
record TranslationRequest(@Nullable String source, List<String> targets, boolean isHtml, List<String> texts) {

    /** Reads the query and the body; what is not valid ends the call with the service's error. */
    static TranslationRequest of(Call call, Languages languages) {
        var targets = targets(call, languages);
        return new TranslationRequest(
                source(call, languages), targets, isHtml(call), Texts.of(call, Texts.Limits.TRANSLATE, targets.size()));
    }

    /** In characters: each text counts once for each target. */
    int charge() {
        return Texts.characters(texts) * targets.size();
    }

    /** As the real service, leaves a text alone that is in the target language. */
    String translate(String text, LanguageGuess guess, String target) {
        if (target.equals(source == null ? guess.language() : source)) {
            return text;
        }
        return isHtml ? PseudoTranslation.html(text, target) : PseudoTranslation.plain(text, target);
    }

    private static List<String> targets(Call call, Languages languages) {
        return Optional.ofNullable(call.query().get("to"))
                .orElseThrow(TranslatorError.TARGET_LANGUAGE::refusal)
                .stream()
                .map(tag -> languages.code(tag).orElseThrow(TranslatorError.TARGET_LANGUAGE::refusal))
                .toList();
    }

    private static @Nullable String source(Call call, Languages languages) {
        var tag = call.query("from");
        return tag == null || tag.isEmpty()
                ? null
                : languages.code(tag).orElseThrow(TranslatorError.SOURCE_LANGUAGE::refusal);
    }

    private static boolean isHtml(Call call) {
        return switch (Optional.ofNullable(call.query("textType")).orElse("plain")) {
            case "html" -> true;
            case "plain" -> false;
            default -> throw TranslatorError.TEXT_TYPE.refusal();
        };
    }
}
