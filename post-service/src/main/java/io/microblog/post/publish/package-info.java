/** What is to be published, now or later. */
@NullMarked
package io.microblog.post.publish;

import org.jspecify.annotations.NullMarked;
