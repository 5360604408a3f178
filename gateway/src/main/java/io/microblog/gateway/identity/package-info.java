/** Phantom tokens: opaque credentials of clients become short-lived internal tokens. */
@NullMarked
package io.microblog.gateway.identity;

import org.jspecify.annotations.NullMarked;
