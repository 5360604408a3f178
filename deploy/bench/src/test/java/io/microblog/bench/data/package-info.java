@NullMarked
package io.microblog.bench.data;

import org.jspecify.annotations.NullMarked;
