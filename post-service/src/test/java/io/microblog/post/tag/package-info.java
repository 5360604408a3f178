@NullMarked
package io.microblog.post.tag;

import org.jspecify.annotations.NullMarked;
