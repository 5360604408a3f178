/** A stand-in for the push services of browsers (RFC 8030), with the subscribers behind it. */
@NullMarked
package io.microblog.local.sandbox.push;

import org.jspecify.annotations.NullMarked;
