/** The rules of the server, which people agree to and reports refer to. */
@NullMarked
package io.microblog.user.rule;

import org.jspecify.annotations.NullMarked;
