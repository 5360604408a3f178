/** Failures as the client sees them: one exception hierarchy and one JSON body for all of them. */
@NullMarked
package io.microblog.kit.problem;

import org.jspecify.annotations.NullMarked;
