/** Translation of public posts on demand. */
@NullMarked
package io.microblog.translation;

import org.jspecify.annotations.NullMarked;
