/** What many people use and like just now: hashtags and posts. */
@NullMarked
package io.microblog.post.trend;

import org.jspecify.annotations.NullMarked;
