/** What people let strangers tell them, and whom they let in. */
@NullMarked
package io.microblog.notification.policy;

import org.jspecify.annotations.NullMarked;
