@NullMarked
package io.microblog.post.figure;

import org.jspecify.annotations.NullMarked;
