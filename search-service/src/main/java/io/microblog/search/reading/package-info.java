/** Keeps what was read from topics and what the database holds together. */
@NullMarked
package io.microblog.search.reading;

import org.jspecify.annotations.NullMarked;
