@NullMarked
package io.microblog.notification.push.encryption;

import org.jspecify.annotations.NullMarked;
