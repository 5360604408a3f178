/** Rate limits, announced in the headers that the client API documents. */
@NullMarked
package io.microblog.gateway.limit;

import org.jspecify.annotations.NullMarked;
