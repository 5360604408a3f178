/** Roles: what people may do on this server beyond their own account. */
@NullMarked
package io.microblog.user.role;

import org.jspecify.annotations.NullMarked;
