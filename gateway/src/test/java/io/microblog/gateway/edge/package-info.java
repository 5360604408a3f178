/** Tests of this feature by itself. */
@NullMarked
package io.microblog.gateway.edge;

import org.jspecify.annotations.NullMarked;
