/** Lists of people: who keeps them, who is on them, and what these write. */
@NullMarked
package io.microblog.post.list;

import org.jspecify.annotations.NullMarked;
