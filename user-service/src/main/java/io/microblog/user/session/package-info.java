/** Signing in with a browser, and the pages for it. */
@NullMarked
package io.microblog.user.session;

import org.jspecify.annotations.NullMarked;
