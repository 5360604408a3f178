/** Who follows, blocks and mutes whom. */
@NullMarked
package io.microblog.user.relation;

import org.jspecify.annotations.NullMarked;
