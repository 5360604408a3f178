@NullMarked
package io.microblog.notification.preference;

import org.jspecify.annotations.NullMarked;
