/** What requests are made by: when it was issued, and whether it has ended since. */
@NullMarked
package io.microblog.notification.credential;

import org.jspecify.annotations.NullMarked;
