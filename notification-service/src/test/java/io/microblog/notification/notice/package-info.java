@NullMarked
package io.microblog.notification.notice;

import org.jspecify.annotations.NullMarked;
