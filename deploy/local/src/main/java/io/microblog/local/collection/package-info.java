/** A judged collection of posts, people and hashtags, and how well a search does on it: for tests and for benchmarks. */
@NullMarked
package io.microblog.local.collection;

import org.jspecify.annotations.NullMarked;
