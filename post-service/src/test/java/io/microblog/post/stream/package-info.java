@NullMarked
package io.microblog.post.stream;

import org.jspecify.annotations.NullMarked;
