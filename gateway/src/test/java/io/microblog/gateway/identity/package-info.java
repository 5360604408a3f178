/** Tests of this feature by itself. */
@NullMarked
package io.microblog.gateway.identity;

import org.jspecify.annotations.NullMarked;
