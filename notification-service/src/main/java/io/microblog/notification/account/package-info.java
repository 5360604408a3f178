/** Replicas of accounts and of how people may be reached; never an address. */
@NullMarked
package io.microblog.notification.account;

import org.jspecify.annotations.NullMarked;
