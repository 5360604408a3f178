@NullMarked
package io.microblog.notification.announcement;

import org.jspecify.annotations.NullMarked;
