/** People whom somebody may want to follow. */
@NullMarked
package io.microblog.user.suggestion;

import org.jspecify.annotations.NullMarked;
