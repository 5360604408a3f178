@NullMarked
package io.microblog.post.automatic;

import org.jspecify.annotations.NullMarked;
