/** The few answers that the gateway gives itself. */
@NullMarked
package io.microblog.gateway.page;

import org.jspecify.annotations.NullMarked;
