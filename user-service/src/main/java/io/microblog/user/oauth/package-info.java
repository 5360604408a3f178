/** The OAuth 2 server: apps, consent, codes, access tokens. */
@NullMarked
package io.microblog.user.oauth;

import org.jspecify.annotations.NullMarked;
