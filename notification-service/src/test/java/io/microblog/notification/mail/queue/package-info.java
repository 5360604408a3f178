@NullMarked
package io.microblog.notification.mail.queue;

import org.jspecify.annotations.NullMarked;
