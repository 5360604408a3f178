@NullMarked
package io.microblog.post.language;

import org.jspecify.annotations.NullMarked;
