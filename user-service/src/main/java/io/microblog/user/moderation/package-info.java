/** What moderators see of people, and what they do about them. */
@NullMarked
package io.microblog.user.moderation;

import org.jspecify.annotations.NullMarked;
