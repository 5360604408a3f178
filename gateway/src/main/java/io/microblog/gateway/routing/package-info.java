/** Which service answers which path, and what happens when it does not answer. */
@NullMarked
package io.microblog.gateway.routing;

import org.jspecify.annotations.NullMarked;
