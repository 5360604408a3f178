/** Who may do what at the engines: users, and the rights that each needs. */
@NullMarked
package io.microblog.local.access;

import org.jspecify.annotations.NullMarked;
