/** Tells people what concerns them: in the application and by mail. */
@NullMarked
package io.microblog.notification;

import org.jspecify.annotations.NullMarked;
