/** The languages that this service writes to people in. */
@NullMarked
package io.microblog.notification.language;

import org.jspecify.annotations.NullMarked;
