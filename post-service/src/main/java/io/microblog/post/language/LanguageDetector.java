package io.microblog.post.language;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells in which language a post is: by its script where that is enough, else by the frequency of its letters. It rather
 * says nothing than something wrong, because readers filter by it.
 */
@Component
public class LanguageDetector {

    /** Fewer letters than this may be anything. */
    private static final int MIN_LETTERS = 10;

    /** A beginning tells as much as a whole, in bounded time. */
    private static final int MAX_LENGTH = 500;

    private final LanguageModel model = new LanguageModel();

    /**
     * ISO 639-1 code of the language of a text, null when that is not certain.
     *
     * <p>The first call that needs it begins to load the model, and does not wait: until that is done, in a second or
     * two, only scripts are told apart.
     */
    public @Nullable String of(String text) {
        String byScript = ScriptGuess.of(text);
        if (byScript != null || text.codePoints().filter(Character::isLetter).count() < MIN_LETTERS) {
            return byScript;
        }
        int end = Math.min(text.length(), MAX_LENGTH);
        return Optional.ofNullable(model.loaded())
                .flatMap(languages -> languages.mostLikely(text.substring(0, end)))
                .orElse(null);
    }
}
