/** Internal tokens: what the gateway gets for a client's credential. */
@NullMarked
package io.microblog.user.token;

import org.jspecify.annotations.NullMarked;
