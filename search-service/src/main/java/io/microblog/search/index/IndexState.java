package io.microblog.search.index;

import org.jspecify.annotations.Nullable;

/**
 * How the index of a kind is.
 *
 * @param live serves searches
 * @param building will replace it
 * @param previous was replaced by it
 * @param ordered what is to be done and was not begun
 * @param copied rows in the index that is being built
 * @param rows in all
 * @param dirty rows whose change no index holds yet
 */
record IndexState(
        String kind,
        @Nullable String live,
        @Nullable String building,
        @Nullable String previous,
        @Nullable Order ordered,
        long copied,
        long rows,
        long dirty) {}
