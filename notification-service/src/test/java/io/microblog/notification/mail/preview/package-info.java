@NullMarked
package io.microblog.notification.mail.preview;

import org.jspecify.annotations.NullMarked;
