@NullMarked
package io.microblog.post.conversation;

import org.jspecify.annotations.NullMarked;
