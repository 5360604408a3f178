/** A judged collection of posts, people and hashtags, and how well search does on it. */
@NullMarked
package io.microblog.search.collection;

import org.jspecify.annotations.NullMarked;
