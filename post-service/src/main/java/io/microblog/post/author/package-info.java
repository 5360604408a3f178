/** The replica of accounts: who wrote a post, and who is named in it. */
@NullMarked
package io.microblog.post.author;

import org.jspecify.annotations.NullMarked;
