/** The people of this server who want to be found. */
@NullMarked
package io.microblog.user.directory;

import org.jspecify.annotations.NullMarked;
