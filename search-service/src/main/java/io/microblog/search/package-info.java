/** Full-text search over public posts, accounts and hashtags. Owns no truth: all of it can be rebuilt from events. */
@NullMarked
package io.microblog.search;

import org.jspecify.annotations.NullMarked;
