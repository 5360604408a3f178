/** Facts about this server. */
@NullMarked
package io.microblog.user.instance;

import org.jspecify.annotations.NullMarked;
