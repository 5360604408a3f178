/** Timelines: public, by hashtag, by author; and the endpoints of all of them. */
@NullMarked
package io.microblog.post.timeline;

import org.jspecify.annotations.NullMarked;
