@NullMarked
package io.microblog.notification.mail.transport;

import org.jspecify.annotations.NullMarked;
