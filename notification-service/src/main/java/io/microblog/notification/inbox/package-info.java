/** The notifications a person finds in the application, made from events. */
@NullMarked
package io.microblog.notification.inbox;

import org.jspecify.annotations.NullMarked;
