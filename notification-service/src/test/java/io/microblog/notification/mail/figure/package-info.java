@NullMarked
package io.microblog.notification.mail.figure;

import org.jspecify.annotations.NullMarked;
