/** News of posts for those who listen at this moment: what timelines need to tell who gets them. */
@NullMarked
package io.microblog.post.news;

import org.jspecify.annotations.NullMarked;
