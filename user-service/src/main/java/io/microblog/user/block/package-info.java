/** Addresses that nobody signs up with: whole domains, and single mailboxes. */
@NullMarked
package io.microblog.user.block;

import org.jspecify.annotations.NullMarked;
