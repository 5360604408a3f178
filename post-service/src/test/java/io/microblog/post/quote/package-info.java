@NullMarked
package io.microblog.post.quote;

import org.jspecify.annotations.NullMarked;
