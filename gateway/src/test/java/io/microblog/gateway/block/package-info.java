/** Tests of this feature by itself. */
@NullMarked
package io.microblog.gateway.block;

import org.jspecify.annotations.NullMarked;
