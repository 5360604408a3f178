/** The way out of the house: Postmark or SMTP. */
@NullMarked
package io.microblog.notification.mail.transport;

import org.jspecify.annotations.NullMarked;
