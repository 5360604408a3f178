/** What must not be read by whoever gets hold of the database: sealed, signed or hashed. */
@NullMarked
package io.microblog.user.secret;

import org.jspecify.annotations.NullMarked;
