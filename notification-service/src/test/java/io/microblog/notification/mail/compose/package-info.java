@NullMarked
package io.microblog.notification.mail.compose;

import org.jspecify.annotations.NullMarked;
