/** Filters: what people do not want to meet in posts, and which posts it is in. */
@NullMarked
package io.microblog.post.filter;

import org.jspecify.annotations.NullMarked;
