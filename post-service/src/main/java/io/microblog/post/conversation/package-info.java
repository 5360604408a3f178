/** Direct posts as conversations: each of the people in one has it as their own, read or unread, kept or removed. */
@NullMarked
package io.microblog.post.conversation;

import org.jspecify.annotations.NullMarked;
