@NullMarked
package io.microblog.notification.mail.writing;

import org.jspecify.annotations.NullMarked;
