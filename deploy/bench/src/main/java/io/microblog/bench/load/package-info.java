/** Load on a server and what comes of it: closed loops at a fixed concurrency. */
@NullMarked
package io.microblog.bench.load;

import org.jspecify.annotations.NullMarked;
