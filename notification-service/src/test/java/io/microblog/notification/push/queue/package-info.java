@NullMarked
package io.microblog.notification.push.queue;

import org.jspecify.annotations.NullMarked;
