/** How many mails are sent, in numbers, for those who look after the server. */
@NullMarked
package io.microblog.notification.mail.figure;

import org.jspecify.annotations.NullMarked;
