package io.microblog.local.elasticsearch;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

import org.elasticsearch.common.settings.Settings;

/** The {@code token_chars} setting of the gram tokenizers: the classes of characters that belong to a token; none named means all. */
final class TokenCharacters {

    private TokenCharacters() {}

    static IntPredicate of(Settings settings) {
        List<String> classes = settings.getAsList("token_chars");
        if (classes.isEmpty()) {
            return character -> true;
        }
        String custom = settings.get("custom_token_chars", "");
        return classes.stream().map(name -> named(name, custom)).reduce(character -> false, IntPredicate::or);
    }

    private static IntPredicate named(String name, String custom) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "letter" -> Character::isLetter;
            case "digit" -> Character::isDigit;
            case "whitespace" -> Character::isWhitespace;
            case "punctuation", "punct" -> TokenCharacters::isPunctuation;
            case "symbol" -> TokenCharacters::isSymbol;
            case "custom" -> character -> custom.indexOf(character) >= 0;
            default -> throw new IllegalArgumentException("Unknown token type: '" + name + "'");
        };
    }

    private static boolean isPunctuation(int character) {
        return switch (Character.getType(character)) {
            case Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isSymbol(int character) {
        return switch (Character.getType(character)) {
            case Character.CURRENCY_SYMBOL, Character.MATH_SYMBOL, Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }
}
