/** How each kind of mail looks, for those who look after the server. */
@NullMarked
package io.microblog.notification.mail.preview;

import org.jspecify.annotations.NullMarked;
