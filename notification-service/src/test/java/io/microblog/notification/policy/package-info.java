@NullMarked
package io.microblog.notification.policy;

import org.jspecify.annotations.NullMarked;
