@NullMarked
package io.microblog.post.list;

import org.jspecify.annotations.NullMarked;
