@NullMarked
package io.microblog.post.media;

import org.jspecify.annotations.NullMarked;
