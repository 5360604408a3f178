/** Writing, editing and deleting posts. */
@NullMarked
package io.microblog.post.posting;

import org.jspecify.annotations.NullMarked;
