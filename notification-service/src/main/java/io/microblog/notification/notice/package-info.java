/** Who is told of what: from events to notices, decided once for every channel. */
@NullMarked
package io.microblog.notification.notice;

import org.jspecify.annotations.NullMarked;
