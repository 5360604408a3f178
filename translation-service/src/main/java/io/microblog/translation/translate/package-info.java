/** A reader asks for a post in another language. */
@NullMarked
package io.microblog.translation.translate;

import org.jspecify.annotations.NullMarked;
