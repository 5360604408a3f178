package io.microblog.translation.provider;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a provider answered. Nothing says that it is safe to show.
 *
 * @param html the pieces in the order they were sent
 * @param detectedLanguage the provider's code; null where it was told the language
 */
public record Translated(List<String> html, @Nullable String detectedLanguage) {}
