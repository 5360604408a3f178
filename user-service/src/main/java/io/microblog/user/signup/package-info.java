/** How an account begins: sign-up, confirmation by mail. */
@NullMarked
package io.microblog.user.signup;

import org.jspecify.annotations.NullMarked;
