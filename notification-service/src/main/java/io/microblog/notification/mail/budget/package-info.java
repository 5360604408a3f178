/** How many mails the server may still send today, and what is left out when that is few. */
@NullMarked
package io.microblog.notification.mail.budget;

import org.jspecify.annotations.NullMarked;
