/** The seeded generator: people, posts and homes of any size, written straight into the services' databases. */
@NullMarked
package io.microblog.bench.data;

import org.jspecify.annotations.NullMarked;
