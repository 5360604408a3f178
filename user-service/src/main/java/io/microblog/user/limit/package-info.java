/** Limits on what strangers may try, counted in the database so that they hold across instances. */
@NullMarked
package io.microblog.user.limit;

import org.jspecify.annotations.NullMarked;
