/** Who quotes a post, who may, and taking one's post out of what quotes it. */
@NullMarked
package io.microblog.post.quote;

import org.jspecify.annotations.NullMarked;
