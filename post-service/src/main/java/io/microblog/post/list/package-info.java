/** Lists of people: who keeps them, and who is on them. */
@NullMarked
package io.microblog.post.list;

import org.jspecify.annotations.NullMarked;
