@NullMarked
package io.microblog.post.poll;

import org.jspecify.annotations.NullMarked;
