@NullMarked
package io.microblog.notification.marker;

import org.jspecify.annotations.NullMarked;
