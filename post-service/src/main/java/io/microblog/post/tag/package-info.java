/** Hashtags: what is known of them, and who follows them. */
@NullMarked
package io.microblog.post.tag;

import org.jspecify.annotations.NullMarked;
