/** Translations made before, for as long as a post says what they translate. */
@NullMarked
package io.microblog.translation.cache;

import org.jspecify.annotations.NullMarked;
