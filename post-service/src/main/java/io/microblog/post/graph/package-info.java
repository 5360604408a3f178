/** The replica of the social graph: who follows whom. */
@NullMarked
package io.microblog.post.graph;

import org.jspecify.annotations.NullMarked;
