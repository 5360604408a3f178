/** Tables of figures, for people. */
@NullMarked
package io.microblog.bench.report;

import org.jspecify.annotations.NullMarked;
