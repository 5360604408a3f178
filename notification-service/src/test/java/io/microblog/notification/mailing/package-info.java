@NullMarked
package io.microblog.notification.mailing;

import org.jspecify.annotations.NullMarked;
