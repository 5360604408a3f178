/** Homes: what fan-out writes into them, how they are read, and which are kept. */
@NullMarked
package io.microblog.post.home;

import org.jspecify.annotations.NullMarked;
