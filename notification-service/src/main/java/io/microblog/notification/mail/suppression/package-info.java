/** Addresses that the mail provider delivers nothing more to: how it tells, what follows, who lifts it. */
@NullMarked
package io.microblog.notification.mail.suppression;

import org.jspecify.annotations.NullMarked;
