@NullMarked
package io.microblog.notification;

import org.jspecify.annotations.NullMarked;
