/** The public search endpoints: what is asked, how Elasticsearch is asked, and what the reader gets to see of it. */
@NullMarked
package io.microblog.search.query;

import org.jspecify.annotations.NullMarked;
