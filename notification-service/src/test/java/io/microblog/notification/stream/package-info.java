@NullMarked
package io.microblog.notification.stream;

import org.jspecify.annotations.NullMarked;
