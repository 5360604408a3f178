/** Forgotten passwords. */
@NullMarked
package io.microblog.user.password;

import org.jspecify.annotations.NullMarked;
