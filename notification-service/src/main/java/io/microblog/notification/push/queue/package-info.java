/** Sends owed pushes to the push services of browsers and phones. */
@NullMarked
package io.microblog.notification.push.queue;

import org.jspecify.annotations.NullMarked;
