/** What an administrator does from the command line. */
@NullMarked
package io.microblog.user.admin;

import org.jspecify.annotations.NullMarked;
