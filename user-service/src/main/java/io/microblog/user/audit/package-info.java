/** What people with rights have done, for ever. */
@NullMarked
package io.microblog.user.audit;

import org.jspecify.annotations.NullMarked;
