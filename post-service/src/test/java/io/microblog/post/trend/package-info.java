@NullMarked
package io.microblog.post.trend;

import org.jspecify.annotations.NullMarked;
