@NullMarked
package io.microblog.post.card;

import org.jspecify.annotations.NullMarked;
