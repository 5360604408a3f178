/** Live streams: what happens is sent at once to those who listen, over WebSockets and as server-sent events. */
@NullMarked
package io.microblog.notification.stream;

import org.jspecify.annotations.NullMarked;
