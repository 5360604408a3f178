/** The way out of the house: Postmark or SMTP. */
@NullMarked
package io.microblog.notification.mail.provider;

import org.jspecify.annotations.NullMarked;
