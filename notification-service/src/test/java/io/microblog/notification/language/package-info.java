@NullMarked
package io.microblog.notification.language;

import org.jspecify.annotations.NullMarked;
