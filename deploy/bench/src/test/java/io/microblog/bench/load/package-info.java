@NullMarked
package io.microblog.bench.load;

import org.jspecify.annotations.NullMarked;
