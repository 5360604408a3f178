/** Which mails are owed to whom. */
@NullMarked
package io.microblog.notification.mail;

import org.jspecify.annotations.NullMarked;
