/** The one origin that clients talk to. */
@NullMarked
package io.microblog.gateway;

import org.jspecify.annotations.NullMarked;
