/** Polls in posts: asking, voting, and ending once. */
@NullMarked
package io.microblog.post.poll;

import org.jspecify.annotations.NullMarked;
