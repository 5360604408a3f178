/** Keeps the Elasticsearch indices equal to the rows. */
@NullMarked
package io.microblog.search.index;

import org.jspecify.annotations.NullMarked;
