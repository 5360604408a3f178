@NullMarked
package io.microblog.bench.benchmark;

import org.jspecify.annotations.NullMarked;
