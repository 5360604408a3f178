@NullMarked
package io.microblog.notification.mail.suppression;

import org.jspecify.annotations.NullMarked;
