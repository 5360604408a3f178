@NullMarked
package io.microblog.post.filter;

import org.jspecify.annotations.NullMarked;
