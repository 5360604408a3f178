@NullMarked
package io.microblog.post.insight;

import org.jspecify.annotations.NullMarked;
