/** Tests of this feature by itself. */
@NullMarked
package io.microblog.gateway.routing;

import org.jspecify.annotations.NullMarked;
