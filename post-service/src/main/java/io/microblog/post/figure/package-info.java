/** How much is posted and done with posts, in numbers, for those who look after the server. */
@NullMarked
package io.microblog.post.figure;

import org.jspecify.annotations.NullMarked;
