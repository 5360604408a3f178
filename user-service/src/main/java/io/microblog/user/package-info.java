/** The user service: accounts, sign-in, OAuth 2 and relations. */
@NullMarked
package io.microblog.user;

import org.jspecify.annotations.NullMarked;
