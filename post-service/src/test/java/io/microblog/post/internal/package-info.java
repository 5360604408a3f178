@NullMarked
package io.microblog.post.internal;

import org.jspecify.annotations.NullMarked;
