/** What other services decide by before the event has reached them. */
@NullMarked
package io.microblog.user.replica;

import org.jspecify.annotations.NullMarked;
