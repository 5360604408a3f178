/** Sends owed mails: each once, as far as the provider tells. */
@NullMarked
package io.microblog.notification.mail.queue;

import org.jspecify.annotations.NullMarked;
