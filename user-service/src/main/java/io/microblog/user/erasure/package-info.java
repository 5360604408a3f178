/** Deleting all that an account holds, which one person with rights alone does not decide. */
@NullMarked
package io.microblog.user.erasure;

import org.jspecify.annotations.NullMarked;
