/** News of posts for those who listen at this moment: who gets what, decided as when they read. */
@NullMarked
package io.microblog.post.stream;

import org.jspecify.annotations.NullMarked;
