package io.microblog.post.publish;

import io.microblog.event.QuotePolicy;
import io.microblog.event.Visibility;
import io.microblog.post.poll.NewPoll;
import org.jspecify.annotations.Nullable;

/**
 * The command to publish a post: checked as far as its author's words go, and in a form that can be kept until it is due.
 *
 * @param draft what it says
 * @param poll what it asks; null without a poll
 * @param visibility who may see it; null when the author did not say
 * @param inReplyToId the post it answers; null when it answers nothing
 * @param quotedId the post it quotes; null when it quotes nothing
 * @param quotePolicy who may quote it; null when the author did not say
 */
public record PublishPost(
        Draft draft,
        @Nullable NewPoll poll,
        @Nullable Visibility visibility,
        @Nullable Long inReplyToId,
        @Nullable Long quotedId,
        @Nullable QuotePolicy quotePolicy) {

    /** The same, when it is decided who may see and who may quote it. */
    public PublishPost decided(Visibility seen, QuotePolicy quotable) {
        return new PublishPost(draft, poll, seen, inReplyToId, quotedId, quotable);
    }
}
