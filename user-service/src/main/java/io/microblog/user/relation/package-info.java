/** Who follows whom. */
@NullMarked
package io.microblog.user.relation;

import org.jspecify.annotations.NullMarked;
