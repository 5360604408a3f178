package io.microblog.translation.translate;

import org.jspecify.annotations.Nullable;

/** @param lang a language tag; when it is left out, the reader's own language is meant */
record TranslationRequest(@Nullable String lang) {}
