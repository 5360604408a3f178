@NullMarked
package io.microblog.post.timeline;

import org.jspecify.annotations.NullMarked;
