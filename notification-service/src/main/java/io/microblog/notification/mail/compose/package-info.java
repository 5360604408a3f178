/** Writes an owed mail at the moment of sending, with what the other services say then. */
@NullMarked
package io.microblog.notification.mail.compose;

import org.jspecify.annotations.NullMarked;
