@NullMarked
package io.microblog.notification.mail.budget;

import org.jspecify.annotations.NullMarked;
