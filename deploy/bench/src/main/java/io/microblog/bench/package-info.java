/** Benchmarks of the running platform. */
@NullMarked
package io.microblog.bench;

import org.jspecify.annotations.NullMarked;
