/** Announcements by mail: to whom, how far that is, and how to stop it. */
@NullMarked
package io.microblog.notification.mailing;

import org.jspecify.annotations.NullMarked;
