@NullMarked
package io.microblog.post.draft;

import org.jspecify.annotations.NullMarked;
