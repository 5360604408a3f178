/** What was done about accounts, told to their owners, ended in time, undone, and appealed against. */
@NullMarked
package io.microblog.user.strike;

import org.jspecify.annotations.NullMarked;
