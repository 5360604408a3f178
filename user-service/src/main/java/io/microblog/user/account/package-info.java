/** Accounts as others see them: profile, settings, counters. */
@NullMarked
package io.microblog.user.account;

import org.jspecify.annotations.NullMarked;
