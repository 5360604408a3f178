/** What authors learn of their posts and followers, and nobody else. */
@NullMarked
package io.microblog.post.insight;

import org.jspecify.annotations.NullMarked;
