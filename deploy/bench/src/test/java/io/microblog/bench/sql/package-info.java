@NullMarked
package io.microblog.bench.sql;

import org.jspecify.annotations.NullMarked;
