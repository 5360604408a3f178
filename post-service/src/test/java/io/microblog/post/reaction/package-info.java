@NullMarked
package io.microblog.post.reaction;

import org.jspecify.annotations.NullMarked;
