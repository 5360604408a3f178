@NullMarked
package io.microblog.post.author;

import org.jspecify.annotations.NullMarked;
