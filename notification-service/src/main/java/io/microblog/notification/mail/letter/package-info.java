/** What a mail looks like: texts in each language, as HTML and as plain text. */
@NullMarked
package io.microblog.notification.mail.letter;

import org.jspecify.annotations.NullMarked;
