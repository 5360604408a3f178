/** The page on which people see where they are signed in, and change what they sign in with. */
@NullMarked
package io.microblog.user.settings;

import org.jspecify.annotations.NullMarked;
