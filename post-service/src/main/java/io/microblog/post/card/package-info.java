/** Preview cards: what the pages say of themselves that posts link to, fetched once for all posts and after them. */
@NullMarked
package io.microblog.post.card;

import org.jspecify.annotations.NullMarked;
