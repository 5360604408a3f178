package io.microblog.translation.markup;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An element of the original that travels under a number.
 *
 * @param attributes names and values in turn, which stay at home
 * @param whole the element with all that is in it when none of it is to be translated, else null
 */
record Part(
        String element, List<String> attributes, @Nullable String whole) {

    /** The attribute that carries the number. */
    static final String NUMBER = "id";
}
