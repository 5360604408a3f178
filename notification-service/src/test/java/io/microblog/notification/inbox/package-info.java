@NullMarked
package io.microblog.notification.inbox;

import org.jspecify.annotations.NullMarked;
