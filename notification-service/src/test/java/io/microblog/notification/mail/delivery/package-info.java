@NullMarked
package io.microblog.notification.mail.delivery;

import org.jspecify.annotations.NullMarked;
