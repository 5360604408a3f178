/** The check that keeps the contracts compatible; see {@link io.microblog.event.Contract}. */
@NullMarked
package io.microblog.event;

import org.jspecify.annotations.NullMarked;
