package io.microblog.internal;

import org.jspecify.annotations.Nullable;

/**
 * Something that a service stores things with.
 *
 * @param name as {@code postgresql}, {@code elasticsearch}, {@code media}
 * @param bytes how much it holds of this service; null where nobody knows
 * @param version of the software, where it is one
 */
public record StackPart(
        String name, @Nullable Long bytes, @Nullable String version) {}
