/** Invitations: codes by which people sign up where others wait for a moderator, or cannot. */
@NullMarked
package io.microblog.user.invite;

import org.jspecify.annotations.NullMarked;
