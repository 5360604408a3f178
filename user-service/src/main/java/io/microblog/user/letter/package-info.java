/** Mails about the security of accounts: what is owed to whom, and the links in them. */
@NullMarked
package io.microblog.user.letter;

import org.jspecify.annotations.NullMarked;
