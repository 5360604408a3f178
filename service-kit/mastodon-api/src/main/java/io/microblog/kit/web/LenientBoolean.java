package io.microblog.kit.web;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;

/** Reads booleans as clients write them: {@code true} and {@code false} in any case, 1 and 0, on and off, t and f. */
final class LenientBoolean implements Converter<String, @Nullable Boolean> {

    @Override
    public @Nullable Boolean convert(String text) {
        return parse(text);
    }

    /**
     * @return null when the text is blank
     * @throws IllegalArgumentException when it is anything else than the above
     */
    static @Nullable Boolean parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "on", "t" -> Boolean.TRUE;
            case "false", "0", "off", "f" -> Boolean.FALSE;
            case "" -> null;
            default -> throw new IllegalArgumentException("Neither true nor false");
        };
    }
}
