@NullMarked
package io.microblog.post.status;

import org.jspecify.annotations.NullMarked;
