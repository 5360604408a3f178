/** Which languages can be translated into which. */
@NullMarked
package io.microblog.translation.language;

import org.jspecify.annotations.NullMarked;
