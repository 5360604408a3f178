/** Lists of posts: home, public, by hashtag, by author. */
@NullMarked
package io.microblog.post.timeline;

import org.jspecify.annotations.NullMarked;
