@NullMarked
package io.microblog.post.home;

import org.jspecify.annotations.NullMarked;
