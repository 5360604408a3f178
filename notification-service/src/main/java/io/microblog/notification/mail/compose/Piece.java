package io.microblog.notification.mail.compose;

import io.microblog.internal.StatusText;
import io.microblog.notification.account.KnownAccount;
import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.Template;
import org.jspecify.annotations.Nullable;

/**
 * One of the things that a mail tells.
 *
 * @param actor who did it
 * @param post the words of the post it is about, null for none
 */
record Piece(
        Delivery delivery, KnownAccount actor, @Nullable StatusText post) {

    /** What it shares with what is told in one breath. */
    Object matter() {
        return isOfOwnPost() && delivery.postId() != null ? delivery.postId() : delivery;
    }

    boolean isOfOwnPost() {
        return delivery.template() == Template.FAVOURITE || delivery.template() == Template.REBLOG;
    }

    boolean isOwnPoll() {
        return delivery.template() == Template.POLL && actor.id() == delivery.recipientId();
    }
}
