@NullMarked
package io.microblog.post.graph;

import org.jspecify.annotations.NullMarked;
