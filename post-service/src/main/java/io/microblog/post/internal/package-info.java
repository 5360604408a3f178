/** What other services ask for over HTTP. */
@NullMarked
package io.microblog.post.internal;

import org.jspecify.annotations.NullMarked;
