@NullMarked
package io.microblog.post.instances;

import org.jspecify.annotations.NullMarked;
