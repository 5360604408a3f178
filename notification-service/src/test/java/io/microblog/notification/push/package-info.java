@NullMarked
package io.microblog.notification.push;

import org.jspecify.annotations.NullMarked;
