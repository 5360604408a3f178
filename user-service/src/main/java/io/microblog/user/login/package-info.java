/** How the owner of an account signs in and is reached. */
@NullMarked
package io.microblog.user.login;

import org.jspecify.annotations.NullMarked;
