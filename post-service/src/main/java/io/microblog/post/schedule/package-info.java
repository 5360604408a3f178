/** Posts that wait for their time, as their authors and the one who publishes them see them. */
@NullMarked
package io.microblog.post.schedule;

import org.jspecify.annotations.NullMarked;
