@NullMarked
package io.microblog.notification.mail.letter;

import org.jspecify.annotations.NullMarked;
