/** What the server tells its people: written by those with the role, shown to those whom it is for. */
@NullMarked
package io.microblog.notification.announcement;

import org.jspecify.annotations.NullMarked;
