@NullMarked
package io.microblog.notification.mail.provider;

import org.jspecify.annotations.NullMarked;
