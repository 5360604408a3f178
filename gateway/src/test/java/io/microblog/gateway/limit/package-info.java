/** Tests of this feature by itself. */
@NullMarked
package io.microblog.gateway.limit;

import org.jspecify.annotations.NullMarked;
